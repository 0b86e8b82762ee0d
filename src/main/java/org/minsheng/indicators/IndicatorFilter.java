package org.minsheng.indicators;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which indicators. */
public record IndicatorFilter(
        @Parameter(description = "Only of this programme.") @QueryParam("programme")
        UUID programme,

        @Parameter(description = "Only of this project.") @QueryParam("project")
        UUID project,

        @Parameter(description = "Only of this kind.") @QueryParam("measureKind")
        MeasureKind measureKind,

        @Parameter(description = "Only of this commitment.") @QueryParam("commitment")
        Commitment commitment,

        @Parameter(description = "Only changed at or after this instant.", example = "2026-06-30T08:00:00Z")
        @QueryParam("updatedSince")
        Instant updatedSince,

        @Parameter(description = "Text in name or quote; variants, width and spaces are folded.")
        @QueryParam("q")
        @Size(max = 100)
        String q) {}
