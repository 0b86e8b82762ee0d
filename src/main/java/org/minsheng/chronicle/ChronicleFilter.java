package org.minsheng.chronicle;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which part of a project's story. */
public record ChronicleFilter(
        @Parameter(description = "Only this stage.", example = "CHANGE") @QueryParam("phase")
        Phase phase,

        @Parameter(description = "Recorded at or after this instant.") @QueryParam("from")
        Instant from,

        @Parameter(description = "Recorded before this instant.") @QueryParam("to")
        Instant to,

        @Parameter(description = "Only what is about this promise: plans, entries, items, evidence, ratings, orders.")
        @QueryParam("indicator")
        UUID indicator,

        @Parameter(description = "Only what this unit did, and what names it.") @QueryParam("unit")
        UUID unit) {}
