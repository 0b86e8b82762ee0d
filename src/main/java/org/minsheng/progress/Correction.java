package org.minsheng.progress;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What an approved entry should have said; reasonCode and reason are needed.")
public record Correction(
        @Schema(description = "Own id (UUIDv7) of an offline client.")
        UUID id,

        @Schema(description = "What is reported instead.") @NotNull @Valid
        EntryText text) {}
