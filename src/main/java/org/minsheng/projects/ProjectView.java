package org.minsheng.projects;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.access.Actor;
import org.minsheng.access.Role;
import org.minsheng.http.Language;
import org.minsheng.ledger.Personal;
import org.minsheng.programmes.ProgrammeStatus;

@Schema(description = "A project: the notice's words, who leads it, who helps.")
public record ProjectView(
        @Schema(description = "Id.") UUID id,
        @Schema(description = "Programme.") UUID programmeId,

        @Schema(description = "Number in the notice.", examples = "2", minimum = "1", maximum = "9999")
        int ordinal,

        @Schema(description = "Code.", examples = "2026-02", maxLength = 20)
        String code,

        @Schema(description = "Name, line breaks of the print removed.", examples = "优化养老服务供给", maxLength = 200)
        String name,

        @Schema(description = "Name as printed.", examples = "优化养老服务供给", maxLength = 200)
        String nameAsPrinted,

        @Schema(description = "The notice's words.", examples = "新增护理型床位至少 100 张", maxLength = 4000)
        String content,

        @Schema(
                description = "The printed cell of lead units.",
                examples = "区民政局 区医保局",
                maxLength = 500,
                nullable = true)
        String leadCell,

        @Schema(
                description = "The printed cell of co-organising units.",
                examples = "各镇街",
                maxLength = 500,
                nullable = true)
        String coCell,

        @Schema(description = "State.") ProjectStatus status,

        @Schema(description = "State, as people read it.", examples = "正常", maxLength = 50)
        String statusLabel,

        @Schema(description = "Lead units in order, the first is principal.", maxItems = 20)
        List<PartView> leadUnits,

        @Schema(description = "Co-organising units and groups in order.", maxItems = 220)
        List<PartView> coUnits,

        @Schema(description = "Marked parts with their own lead.", maxItems = 50)
        List<ComponentView> components,

        @Schema(description = "Contact person; null while nobody is named.", maxLength = 100, nullable = true)
        String contactPerson,

        @Schema(description = "Leader in charge; null while nobody is named.", maxLength = 100, nullable = true)
        String leaderInCharge,

        @Schema(description = "Last change.") Instant updatedAt,

        @Schema(description = "What the caller may do now.", maxItems = 10)
        List<String> actions) {

    @Schema(name = "ComponentView", description = "A marked part of a project with its own lead.")
    public record ComponentView(
            @Schema(description = "Id.") UUID id,

            @Schema(description = "Mark in the notice.", examples = "①", maxLength = 10)
            String mark,

            @Schema(description = "Name.", examples = "居家社区养老服务", maxLength = 200)
            String name,

            @Schema(description = "Lead unit.", nullable = true)
            UUID leadUnitId,

            @Schema(description = "Its name as written.", examples = "区民政局", maxLength = 200, nullable = true)
            String leadName,

            @Schema(description = "True where the notice does not say who leads it.")
            boolean leadInferred) {
        static ComponentView of(Component c) {
            return new ComponentView(c.id(), c.mark(), c.name(), c.leadUnitId(), c.leadName(), c.leadInferred());
        }
    }

    static ProjectView of(ProjectState state, Actor actor) {
        return of(state, actor.language(), actions(state.project(), actor));
    }

    static ProjectView of(ProjectState state, Language language, List<String> actions) {
        ProjectDetail p = state.project();
        return new ProjectView(
                p.id(),
                p.programmeId(),
                p.ordinal(),
                p.code(),
                p.name(),
                p.nameAsPrinted(),
                p.content(),
                p.leadCell(),
                p.coCell(),
                p.status(),
                p.status().in(language),
                parts(state.parts(), UnitRole.LEAD),
                parts(state.parts(), UnitRole.CO),
                state.components().stream()
                        .sorted(Comparator.comparingInt(Component::position))
                        .map(ComponentView::of)
                        .toList(),
                said(state.contactPerson()),
                said(state.leaderInCharge()),
                p.updatedAt(),
                actions);
    }

    private static String said(Personal name) {
        return name == null ? null : name.value();
    }

    /** All units with a role of their own. */
    public List<UUID> unitIds() {
        return Stream.concat(leadUnits.stream(), coUnits.stream())
                .map(PartView::unitId)
                .filter(Objects::nonNull)
                .toList();
    }

    static List<PartView> parts(List<Part> parts, UnitRole role) {
        return parts.stream()
                .filter(p -> p.role() == role)
                .sorted(Comparator.comparingInt(Part::position))
                .map(PartView::of)
                .toList();
    }

    private static List<String> actions(ProjectDetail p, Actor actor) {
        if (!actor.is(Role.SUPERVISOR) || !actor.scope().government().equals(p.government())) return List.of();
        return p.programmeStatus() == ProgrammeStatus.DRAFT
                ? List.of("edit", "delete", "name-people")
                : List.of("name-people");
    }
}
