package org.minsheng.indicators;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Language;
import org.minsheng.programmes.Span;
import org.minsheng.projects.ProjectStatus;

@Schema(description = "A promise: the notice's words and what their number means.")
public record IndicatorView(
        @Schema(description = "Id.") UUID id,
        @Schema(description = "Project.") UUID projectId,

        @Schema(description = "Component of the project.", nullable = true)
        UUID componentId,

        @Schema(description = "Order inside the project.", examples = "4", minimum = "1", maximum = "9999")
        int ordinal,

        @Schema(description = "Code inside the programme.", examples = "2.4", maxLength = 20)
        String code,

        @Schema(description = "Name.", examples = "新增护理型床位数", maxLength = 200)
        String name,

        @Schema(
                description = "The notice's words, character for character.",
                examples = "新增护理型床位至少 100 张",
                maxLength = 1000)
        String quote,

        @Schema(description = "Where the words stand in the source document.", nullable = true)
        Span span,

        @Schema(description = "How it counts.") MeasureKind measureKind,

        @Schema(description = "How it counts, as people read it.", examples = "新增量", maxLength = 50)
        String measureKindLabel,

        @Schema(description = "How binding it is.") Commitment commitment,

        @Schema(description = "How binding, as people read it.", examples = "下限", maxLength = 50)
        String commitmentLabel,

        @Schema(description = "When it is met.") Comparison comparison,

        @Schema(description = "When it is met, as people read it.", examples = "不少于", maxLength = 50)
        String comparisonLabel,

        @Schema(description = "Target in the base unit; null for a deliverable.", examples = "100", nullable = true)
        BigDecimal targetValue,

        @Schema(description = "Number as printed.", examples = "100", maxLength = 30, nullable = true)
        String printedValue,

        @Schema(description = "Unit as printed, with its scale.", examples = "张", maxLength = 30, nullable = true)
        String printedUnit,

        @Schema(
                description = "Target first promised, once a change order changed it.",
                examples = "100",
                nullable = true)
        BigDecimal originalTargetValue,

        @Schema(description = "Target first promised, as printed.", examples = "100 张", maxLength = 60, nullable = true)
        String originalPrinted,

        @Schema(description = "Code of the unit of measure.", examples = "bed", maxLength = 40)
        String unitOfMeasure,

        @Schema(description = "Unit of measure, as people read it.", examples = "张", maxLength = 60)
        String unitOfMeasureLabel,

        @Schema(description = "First day that counts.") LocalDate windowStart,

        @Schema(description = "Due date, the last day that counts.")
        LocalDate windowEnd,

        @Schema(description = "Whether it enters the project's rate.")
        boolean headline,

        @Schema(description = "Weight in the project's rate.", examples = "1")
        BigDecimal weight,

        @Schema(description = "Whether units' values may be added.")
        boolean additiveOverUnits,

        @Schema(description = "What a reported amount counts.")
        ReportingBasis reportingBasis,

        @Schema(description = "Smallest denominator a ratio is judged on.", examples = "100", nullable = true)
        BigDecimal minimumDenominator,

        @Schema(
                description = "Level before the year; null where the notice gives none.",
                examples = "55",
                nullable = true)
        BigDecimal baseline,

        @Schema(description = "How accepted items make its value; null when they do not.", nullable = true)
        KeptBy keptBy,

        @Schema(description = "State.") ProjectStatus status,

        @Schema(description = "State, as people read it.", examples = "正常", maxLength = 50)
        String statusLabel,

        @Schema(description = "Last change.") Instant updatedAt) {
    static IndicatorView of(Indicator indicator, Language language) {
        return of(IndicatorState.of(indicator), language);
    }

    static IndicatorView of(IndicatorState i, Language language) {
        return new IndicatorView(
                i.id(),
                i.projectId(),
                i.componentId(),
                i.ordinal(),
                i.code(),
                i.name(),
                i.quote(),
                i.span(),
                i.measureKind(),
                i.measureKind().in(language),
                i.commitment(),
                i.commitment().in(language),
                i.comparison(),
                i.comparison().in(language),
                i.targetValue(),
                i.printedValue(),
                i.printedUnit(),
                i.originalTargetValue(),
                i.originalPrinted(),
                i.unitOfMeasure(),
                UnitOfMeasure.of(i.unitOfMeasure()).map(u -> u.in(language)).orElse(null),
                i.windowStart(),
                i.windowEnd(),
                i.headline(),
                i.weight(),
                i.additiveOverUnits(),
                i.reportingBasis(),
                i.minimumDenominator(),
                i.baseline(),
                i.keptBy(),
                i.status(),
                i.status().in(language),
                i.updatedAt());
    }
}
