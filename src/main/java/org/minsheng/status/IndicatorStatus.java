package org.minsheng.status;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Decimals;
import org.minsheng.http.Language;
import org.minsheng.indicators.Commitment;
import org.minsheng.indicators.Indicator;
import org.minsheng.indicators.MeasureKind;

@Schema(
        description =
                "Where a promise stands on a day: printed target, value, plan, light, and the clause that decided it.")
public record IndicatorStatus(
        @Schema(description = "Indicator.") UUID indicatorId,

        @Schema(description = "Its code.", examples = "2.4", maxLength = 20)
        String code,

        @Schema(description = "Its name.", examples = "新增护理型床位数", maxLength = 200)
        String name,

        @Schema(description = "How it counts.") MeasureKind measureKind,
        @Schema(description = "How binding it is.") Commitment commitment,

        @Schema(description = "Target in the base unit.", examples = "100", nullable = true)
        BigDecimal targetValue,

        @Schema(description = "Target as printed.", examples = "100 张", maxLength = 100, nullable = true)
        String printedTarget,

        @Schema(description = "Unit of measure, as people read it.", examples = "张", maxLength = 60, nullable = true)
        String unitOfMeasureLabel,

        @Schema(
                description = "Value reached, a ratio in percent; null while unknown.",
                examples = "62",
                nullable = true)
        BigDecimal actual,

        @Schema(description = "Part of a ratio.", examples = "950", nullable = true)
        BigDecimal numerator,

        @Schema(description = "Whole of a ratio.", examples = "1000", nullable = true)
        BigDecimal denominator,

        @Schema(description = "Day a deliverable was done.", nullable = true)
        LocalDate doneOn,

        @Schema(
                description = "Share of the target reached, uncapped; 1 is all of it.",
                examples = "0.62",
                nullable = true)
        BigDecimal achievement,

        @Schema(description = "Share planned for this day (序时进度).", examples = "0.58", nullable = true)
        BigDecimal plannedShare,

        @Schema(description = "Achievement less plan, in percentage points.", examples = "4.0", nullable = true)
        BigDecimal gap,

        @Schema(description = "Schedule status.") ScheduleStatus status,

        @Schema(description = "Schedule status, as people read it.", examples = "达到序时进度", maxLength = 50)
        String statusLabel,

        @Schema(description = "Traffic light.") Light light,

        @Schema(description = "Whether the promise is kept.")
        Verdict verdict,

        @Schema(description = "Whether it is kept, as people read it.", examples = "推进中", maxLength = 50)
        String verdictLabel,

        @Schema(description = "The clause that decided.") Clause clause,

        @Schema(description = "That clause, as people read it.", examples = "按与序时进度的差距判定", maxLength = 200)
        String clauseLabel,

        @Schema(description = "Green, but slightly behind the plan.")
        boolean flagged,

        @Schema(description = "First day of the latest period with an approved entry.", nullable = true)
        LocalDate lastPeriod,

        @Schema(description = "When the latest entry was approved.", nullable = true)
        Instant lastApprovedAt,

        @Schema(description = "True where entries made up for the demonstration are among those it rests on.")
        boolean demonstration,

        @Schema(description = "First day that counts.") LocalDate windowStart,
        @Schema(description = "Last day that counts.") LocalDate dueDate,

        @Schema(description = "A person's judgement beside the computed one.", nullable = true)
        RatingView rating) {

    static IndicatorStatus of(Fact fact, Language language) {
        Indicator i = fact.indicator();
        Assessment a = fact.assess();
        return new IndicatorStatus(
                i.id(),
                i.code(),
                i.name(),
                i.kind(),
                fact.promise().commitment(),
                Decimals.plain(fact.promise().target()),
                fact.printed(),
                i.unitOfMeasureIn(language),
                rounded(a.actual(), 4),
                Decimals.plain(fact.measured().numerator()),
                Decimals.plain(fact.measured().denominator()),
                fact.measured().doneOn(),
                rounded(a.achievement(), 4),
                rounded(a.plannedShare(), 4),
                rounded(a.gap(), 2),
                a.status(),
                a.status().in(language),
                a.light(),
                a.verdict(),
                a.verdict().in(language),
                a.clause(),
                a.clause().in(language),
                a.flagged(),
                fact.lastPeriod(),
                fact.lastApprovedAt(),
                fact.demonstration(),
                fact.promise().from(),
                fact.promise().due(),
                RatingView.on(fact.day(), fact.rating(), language));
    }

    /** Only for showing; everything was compared before. */
    static BigDecimal rounded(BigDecimal value, int scale) {
        return value == null ? null : Decimals.plain(value.setScale(scale, RoundingMode.HALF_EVEN));
    }
}
