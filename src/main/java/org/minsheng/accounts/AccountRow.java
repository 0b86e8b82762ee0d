package org.minsheng.accounts;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "An account in a list.")
public record AccountRow(
        @Schema(description = "Id.", examples = "01997d3e-3f6a-7c1e-9d55-0a4c8a9a1b22")
        UUID id,

        @Schema(description = "Name to sign in with.", examples = "ybj-reporter", maxLength = 60)
        String username,

        @Schema(description = "Name that others see.", examples = "区医保局填报员", maxLength = 100)
        String displayName,

        @Schema(
                description = "Unit; null for administrators of the platform.",
                examples = "01997d3e-3f6a-7c1e-9d55-0a4c8a9a1b23",
                nullable = true)
        UUID unitId,

        @Schema(description = "Name of the unit today.", examples = "区医保局", maxLength = 200, nullable = true)
        String unitName,

        @Schema(description = "State.", examples = "ACTIVE") AccountStatus status) {}
