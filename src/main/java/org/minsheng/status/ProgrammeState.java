package org.minsheng.status;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Decimals;
import org.minsheng.http.Language;
import org.minsheng.projects.PartView;

@Schema(description = "A programme on a day: its rate, what went into it, and each project with its light.")
public record ProgrammeState(
        @Schema(description = "The day.") LocalDate date,
        @Schema(description = "Programme.") UUID programmeId,

        @Schema(description = "Its title.", examples = "2026年区政府十件民生实事项目", maxLength = 200)
        String title,

        @Schema(
                description = "Mean rate of the projects that have one; null while none has.",
                examples = "0.71",
                nullable = true)
        BigDecimal rate,

        @Schema(description = "Mean planned share of the same projects.", examples = "0.68", nullable = true)
        BigDecimal plannedShare,

        @Schema(description = "True where entries made up for the demonstration are among those it rests on.")
        boolean demonstration,

        @Schema(description = "Its projects in the notice's order.", maxItems = 100000)
        List<ProjectPart> projects) {

    @Schema(description = "A project in its programme: what it adds to the rate, or that it adds nothing.")
    public record ProjectPart(
            @Schema(description = "Project.") UUID projectId,

            @Schema(description = "Number in the notice.", examples = "2", minimum = "1", maximum = "9999")
            int ordinal,

            @Schema(description = "Name.", examples = "优化养老服务供给", maxLength = 200)
            String name,

            @Schema(description = "Lead units in order.", maxItems = 20)
            List<PartView> leadUnits,

            @Schema(description = "Its rate; null where no promise of it counts.", examples = "0.62", nullable = true)
            BigDecimal rate,

            @Schema(description = "Planned share of the same promises.", examples = "0.58", nullable = true)
            BigDecimal plannedShare,

            @Schema(description = "Worst status of its promises.")
            ScheduleStatus status,

            @Schema(description = "That status, as people read it.", examples = "滞后", maxLength = 50)
            String statusLabel,

            @Schema(description = "Its light.") Light light,

            @Schema(description = "Counted in the programme's rate, or why not.")
            Clause clause,

            @Schema(description = "That, as people read it.", examples = "计入", maxLength = 200)
            String clauseLabel,

            @Schema(description = "A person's judgement beside the computed one.", nullable = true)
            RatingView rating) {}

    static ProgrammeState of(
            UUID programme, String title, LocalDate day, List<ProjectState> projects, Language language) {
        return new ProgrammeState(
                day,
                programme,
                title,
                mean(projects.stream().map(ProjectState::rate).toList()),
                mean(projects.stream().map(ProjectState::plannedShare).toList()),
                projects.stream().anyMatch(ProjectState::demonstration),
                projects.stream().map(p -> part(p, language)).toList());
    }

    private static ProjectPart part(ProjectState p, Language language) {
        Clause clause = p.rate() == null ? Clause.NOTHING_COUNTS : Clause.COUNTED;
        return new ProjectPart(
                p.projectId(),
                p.ordinal(),
                p.name(),
                p.leadUnits(),
                p.rate(),
                p.plannedShare(),
                p.status(),
                p.statusLabel(),
                p.light(),
                clause,
                clause.in(language),
                p.rating());
    }

    private static BigDecimal mean(List<BigDecimal> shares) {
        List<BigDecimal> known = shares.stream().filter(Objects::nonNull).toList();
        if (known.isEmpty()) return null;
        BigDecimal sum = known.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return Decimals.plain(sum.divide(BigDecimal.valueOf(known.size()), 4, RoundingMode.HALF_EVEN));
    }
}
