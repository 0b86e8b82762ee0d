package org.minsheng.progress;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A progress entry to draft.")
public record NewProgressEntry(
        @Schema(description = "Own id (UUIDv7) of an offline client; sent again with the same body it is a replay.")
        UUID id,

        @Schema(description = "The promise reported on.") @NotNull
        UUID indicatorId,

        @Schema(description = "The period reported for.") @NotNull
        UUID periodId,

        @Schema(description = "Reporting unit; the caller's own when absent.")
        UUID unitId,

        @Schema(description = "What is reported.") @NotNull @Valid
        EntryText text) {}
