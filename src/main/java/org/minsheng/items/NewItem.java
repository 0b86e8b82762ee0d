package org.minsheng.items;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "An item to register.")
public record NewItem(
        @Schema(description = "Own id (UUIDv7) of an offline client.")
        UUID id,

        @Schema(description = "Promise it belongs to.") @NotNull
        UUID indicatorId,

        @Schema(description = "Unit that did it; the caller's own when absent.")
        UUID unitId,

        @Schema(description = "What is known of it.") @NotNull @Valid
        ItemText text) {}
