package org.minsheng.units;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which units. */
public record UnitFilter(
        @Parameter(description = "Only this kind.") @QueryParam("type")
        UnitType type,

        @Parameter(description = "Only children of this unit.") @QueryParam("parent")
        UUID parent,

        @Parameter(description = "Only the unit with this code.") @QueryParam("code") @Size(max = 40)
        String code,

        @Parameter(description = "Text in the name; variants, width and spaces are folded.")
        @QueryParam("q")
        @Size(max = 100)
        String q) {}
