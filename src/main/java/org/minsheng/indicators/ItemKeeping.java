package org.minsheng.indicators;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Whether and how a promise is kept by its items (点位).")
public record ItemKeeping(
        @Schema(description = "How accepted items make the value; null when they do not.", nullable = true)
        KeptBy keptBy) {}
