package org.minsheng.clients;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A machine client to open; it works once it has a secret and a scope.")
public record NewClient(
        @Schema(
                description = "Own id (UUIDv7); sent again with the same body it is a replay.",
                examples = "01997d3e-3f6a-7c1e-9d55-0a4c8a9a1b25")
        UUID id,

        @Schema(description = "Name that the ledger tells.", examples = "区政务数据共享平台") @NotBlank @Size(max = 100)
        String name,

        @Schema(description = "Unit that it acts for.", examples = "01997d3e-3f6a-7c1e-9d55-0a4c8a9a1b23") @NotNull
        UUID unitId) {}
