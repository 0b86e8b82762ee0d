package org.minsheng.units;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "All members a group ever had, in printed order; the list replaces the one before.")
public record Memberships(
        @Schema(description = "The members, each with its days.") @NotNull @Size(max = 500)
        List<@NotNull @Valid Membership> members) {

    @Schema(description = "A unit's days in a group.")
    public record Membership(
            @Schema(description = "The unit.") @NotNull UUID unitId,

            @Schema(description = "First day; today when absent.", examples = "2026-01-01")
            LocalDate validFrom,

            @Schema(description = "Last day; null while it is a member.", examples = "2026-12-31")
            LocalDate validTo) {}
}
