package org.minsheng.indicators;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.programmes.Span;

@Schema(description = "What a promise says and how it counts; also the body of its merge patch.")
public record PromiseText(
        @Schema(description = "Order inside the project.", examples = "4") @NotNull @Min(1) @Max(9999)
        Integer ordinal,

        @Schema(description = "Code inside the programme.", examples = "2.4")
        @NotBlank
        @Size(max = 20)
        @Pattern(regexp = "[0-9A-Za-z.-]+")
        String code,

        @Schema(description = "Component of the project it belongs to.")
        UUID componentId,

        @Schema(description = "Name.", examples = "新增护理型床位数") @NotBlank @Size(max = 200)
        String name,

        @Schema(description = "The notice's words, character for character.", examples = "新增护理型床位至少 100 张")
        @NotBlank
        @Size(max = 1000)
        String quote,

        @Schema(description = "Where the words stand in the source document.") @Valid
        Span span,

        @Schema(description = "How it counts.") @NotNull MeasureKind measureKind,
        @Schema(description = "How binding it is.") @NotNull Commitment commitment,
        @Schema(description = "When it is met.") @NotNull Comparison comparison,

        @Schema(description = "Target in the base unit; null for a deliverable.", examples = "100")
        @PositiveOrZero
        @Digits(integer = 11, fraction = 4)
        BigDecimal targetValue,

        @Schema(description = "Number as printed.", examples = "100")
        @Size(max = 30)
        @Pattern(regexp = "\\d{1,11}(\\.\\d{1,4})?")
        String printedValue,

        @Schema(description = "Unit as printed, with its scale.", examples = "张") @Size(max = 30)
        String printedUnit,

        @Schema(description = "Code of the unit of measure, see /api/v1/reference.", examples = "bed")
        @NotBlank
        @Size(max = 40)
        String unitOfMeasure,

        @Schema(description = "First day that counts.", examples = "2026-01-01") @NotNull
        LocalDate windowStart,

        @Schema(description = "Due date, the last day that counts.", examples = "2026-12-31") @NotNull
        LocalDate windowEnd,

        @Schema(description = "Whether it enters the project's rate.", examples = "true") @NotNull
        Boolean headline,

        @Schema(description = "Weight in the project's rate.", examples = "1")
        @NotNull
        @PositiveOrZero
        @DecimalMax("1000")
        @Digits(integer = 4, fraction = 4)
        BigDecimal weight,

        @Schema(description = "Whether units' values may be added.", examples = "true") @NotNull
        Boolean additiveOverUnits,

        @Schema(description = "What a reported amount counts.") @NotNull
        ReportingBasis reportingBasis,

        @Schema(description = "Smallest denominator a ratio is judged on.", examples = "100")
        @PositiveOrZero
        @Digits(integer = 11, fraction = 4)
        BigDecimal minimumDenominator,

        @Schema(description = "Level before the year; null where the notice gives none.", examples = "55")
        @PositiveOrZero
        @Digits(integer = 11, fraction = 4)
        BigDecimal baseline) {}
