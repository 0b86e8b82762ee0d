package org.minsheng.accounts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What the system administrator may edit of an account.")
public record AccountEdit(
        @Schema(description = "Name that others see.", examples = "区医保局填报员") @NotBlank @Size(max = 100)
        String displayName,

        @Schema(description = "Unit.") UUID unitId) {}
