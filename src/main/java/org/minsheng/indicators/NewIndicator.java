package org.minsheng.indicators;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A promise to enter into a project of a draft programme.")
public record NewIndicator(
        @Schema(description = "Own id (UUIDv7); sent again with the same body it is a replay.")
        UUID id,

        @Schema(description = "Project.") @NotNull UUID projectId,

        @Schema(description = "What it says.") @NotNull @Valid
        PromiseText text) {}
