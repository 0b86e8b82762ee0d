package org.minsheng.units;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.access.Actor;
import org.minsheng.access.Role;
import org.minsheng.http.Language;

@Schema(description = "A unit of the tree.")
public record UnitView(
        @Schema(description = "Id.") UUID id,

        @Schema(description = "Unit above; null for a root.", nullable = true)
        UUID parentId,

        @Schema(description = "Nearest government at or above.")
        UUID governmentId,

        @Schema(description = "Code, unique within the government.", examples = "ybj", maxLength = 40)
        String code,

        @Schema(description = "Kind of organisation.") UnitType type,

        @Schema(description = "Kind, as people read it.", examples = "部门", maxLength = 50)
        String typeLabel,

        @Schema(description = "Name today.", examples = "区医保局", maxLength = 200)
        String name,

        @Schema(description = "Unified social credit code, GB 32100-2015.", maxLength = 18, nullable = true)
        String creditCode,

        @Schema(description = "Division code, GB/T 2260.", maxLength = 12, nullable = true)
        String divisionCode,

        @Schema(description = "Where this entry comes from.", maxLength = 500, nullable = true)
        String source,

        @Schema(description = "First day.") LocalDate validFrom,

        @Schema(description = "Last day; null while it exists.", nullable = true)
        LocalDate validTo,

        @Schema(description = "Last change.") Instant updatedAt,

        @Schema(description = "What the caller may do now.", maxItems = 10)
        List<String> actions) {

    static UnitView of(Unit unit, Actor actor) {
        boolean mayEdit = actor.is(Role.SYSTEM_ADMIN) && actor.scope().mayWorkIn(unit.path) && unit.validTo == null;
        return of(
                UnitState.of(unit),
                actor.language(),
                mayEdit ? List.of("edit", "rename", "move", "close", "delete") : List.of());
    }

    static UnitView of(UnitState u, Language language, List<String> actions) {
        return new UnitView(
                u.id(),
                u.parentId(),
                u.governmentId(),
                u.code(),
                u.type(),
                u.type().in(language),
                u.name(),
                u.creditCode(),
                u.divisionCode(),
                u.source(),
                u.validFrom(),
                u.validTo(),
                u.updatedAt(),
                actions);
    }
}
