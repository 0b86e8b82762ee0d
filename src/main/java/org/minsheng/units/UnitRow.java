package org.minsheng.units;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A unit in a list.")
public record UnitRow(
        @Schema(description = "Id.") UUID id,

        @Schema(description = "Unit above; null for a root.", nullable = true)
        UUID parentId,

        @Schema(description = "Code, unique within the government.", examples = "ybj", maxLength = 40)
        String code,

        @Schema(description = "Kind of organisation.") UnitType type,

        @Schema(description = "Name today.", examples = "区医保局", maxLength = 200)
        String name,

        @Schema(description = "First day.") LocalDate validFrom,

        @Schema(description = "Last day; null while it exists.", nullable = true)
        LocalDate validTo) {
    static final String HQL =
            "new org.minsheng.units.UnitRow(u.id, u.parentId, u.code, u.type, u.name, u.validFrom, u.validTo)";

    static UnitRow of(UnitState u) {
        return new UnitRow(u.id(), u.parentId(), u.code(), u.type(), u.name(), u.validFrom(), u.validTo());
    }
}
