package org.minsheng.units;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.access.Actor;
import org.minsheng.access.Role;

@Schema(description = "A group of units with its dated members.")
public record UnitGroupView(
        @Schema(description = "Id.") UUID id,

        @Schema(description = "Government whose group it is.")
        UUID governmentId,

        @Schema(description = "Code, unique within the government.", examples = "towns", maxLength = 40)
        String code,

        @Schema(description = "Name.", examples = "各镇街", maxLength = 200)
        String name,

        @Schema(description = "What the group stands for.", examples = "10 个镇街", maxLength = 500, nullable = true)
        String note,

        @Schema(description = "All members it ever had, in printed order.", maxItems = 500)
        List<Member> members,

        @Schema(description = "Last change.") Instant updatedAt,

        @Schema(description = "What the caller may do now.", maxItems = 10)
        List<String> actions) {

    @Schema(name = "UnitGroupMember", description = "A unit's days in a group.")
    public record Member(
            @Schema(description = "The unit.") UUID unitId,

            @Schema(description = "Its name today.", examples = "鼓楼街道", maxLength = 200)
            String name,

            @Schema(description = "First day.", examples = "2026-01-01")
            LocalDate validFrom,

            @Schema(description = "Last day; null while it is a member.", examples = "2026-12-31", nullable = true)
            LocalDate validTo) {}

    static UnitGroupView of(UnitGroup group, List<Member> members, Actor actor) {
        boolean mayEdit = actor.is(Role.SYSTEM_ADMIN) && actor.scope().mayWorkIn(group.unitPath());
        return of(
                group.id(),
                GroupState.of(group),
                members,
                mayEdit ? List.of("edit", "replace-members", "delete") : List.of());
    }

    static UnitGroupView of(UUID id, GroupState group, List<Member> members, List<String> actions) {
        return new UnitGroupView(
                id,
                group.governmentId(),
                group.code(),
                group.name(),
                group.note(),
                members,
                group.updatedAt(),
                actions);
    }
}
