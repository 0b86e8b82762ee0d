package org.minsheng.items;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which items. */
public record ItemFilter(
        @Parameter(description = "Of this project.") @QueryParam("project")
        UUID project,

        @Parameter(description = "Of this promise.") @QueryParam("indicator")
        UUID indicator,

        @Parameter(description = "Of this unit.") @QueryParam("unit")
        UUID unit,

        @Parameter(description = "In this state.") @QueryParam("status")
        ItemStatus status) {}
