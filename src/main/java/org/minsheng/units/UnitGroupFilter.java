package org.minsheng.units;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which groups of units. */
public record UnitGroupFilter(
        @Parameter(description = "Only groups of this government.") @QueryParam("government")
        UUID government,

        @Parameter(description = "Only groups this unit was ever a member of.") @QueryParam("unit")
        UUID unit,

        @Parameter(description = "Only the group with this code.") @QueryParam("code") @Size(max = 40)
        String code) {}
