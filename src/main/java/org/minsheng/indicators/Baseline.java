package org.minsheng.indicators;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The level before the year, which the notice leaves open, and where it is known from.")
public record Baseline(
        @Schema(description = "Level in the base unit.", examples = "55")
        @NotNull
        @PositiveOrZero
        @Digits(integer = 11, fraction = 4)
        BigDecimal baseline,

        @Schema(description = "Where the level is known from.", examples = "区卫健局2025年统计年报") @NotBlank @Size(max = 1000)
        String reason,

        @Schema(description = "Document behind it.", examples = "兗卫字〔2026〕3号") @Size(max = 100)
        String documentNumber) {}
