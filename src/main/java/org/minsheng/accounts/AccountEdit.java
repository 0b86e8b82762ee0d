package org.minsheng.accounts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What the system administrator may edit of an account.")
public record AccountEdit(
        @Schema(description = "Name that others see.", examples = "区医保局填报员") @NotBlank @Size(max = 100)
        String displayName,

        @Schema(
                description = "Unit; null for administrators of the platform.",
                examples = "01997d3e-3f6a-7c1e-9d55-0a4c8a9a1b23")
        UUID unitId) {}
