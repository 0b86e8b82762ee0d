package org.minsheng.indicators;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.minsheng.http.Refusal.FieldError;

/** Which kinds, commitments, comparisons and targets go together ({@code domain}: the meaning of a number). */
public final class PromiseRules {
    private PromiseRules() {}

    /** What contradicts itself in a promise; empty when it means something. */
    public static List<FieldError> broken(PromiseText p) {
        List<FieldError> errors = new ArrayList<>();
        boolean deliverable = p.measureKind() == MeasureKind.DELIVERABLE;
        boolean parameter = p.measureKind() == MeasureKind.PARAMETER;
        check(
                errors,
                deliverable == (p.comparison() == Comparison.DONE),
                "/comparison",
                "indicator.done-is-for-deliverables");
        check(
                errors,
                deliverable == (p.targetValue() == null),
                "/targetValue",
                "indicator.target-but-for-deliverables");
        check(
                errors,
                (p.commitment() == Commitment.ESTIMATE) == (p.comparison() == Comparison.NONE),
                "/comparison",
                "indicator.estimate-is-no-pass-line");
        check(
                errors,
                deliverable || (p.commitment() == Commitment.CEILING) == (p.comparison() == Comparison.LE),
                "/comparison",
                "indicator.ceiling-is-at-most");
        check(
                errors,
                p.commitment() != Commitment.FULL_COVERAGE
                        || p.comparison() == Comparison.EQ
                        || p.comparison() == Comparison.DONE,
                "/comparison",
                "indicator.full-coverage-is-exact");
        check(
                errors,
                p.measureKind() != MeasureKind.RATIO || "percent".equals(p.unitOfMeasure()),
                "/unitOfMeasure",
                "indicator.ratio-is-in-percent");
        check(
                errors,
                !Boolean.TRUE.equals(p.additiveOverUnits())
                        || !(deliverable || parameter || p.measureKind() == MeasureKind.RATIO),
                "/additiveOverUnits",
                "indicator.not-additive");
        check(
                errors,
                p.baseline() == null || p.measureKind() == MeasureKind.STOCK,
                "/baseline",
                "indicator.baseline-is-for-stocks");
        check(
                errors,
                p.minimumDenominator() == null || p.measureKind() == MeasureKind.RATIO,
                "/minimumDenominator",
                "indicator.denominator-is-for-ratios");
        check(
                errors,
                UnitOfMeasure.of(p.unitOfMeasure()).isPresent(),
                "/unitOfMeasure",
                "indicator.unknown-unit-of-measure");
        check(errors, !p.windowStart().isAfter(p.windowEnd()), "/windowEnd", "indicator.window-ends-before-it-starts");
        check(errors, printedAgrees(p), "/printedValue", "indicator.print-differs-from-target");
        return errors;
    }

    private static boolean printedAgrees(PromiseText p) {
        BigDecimal target = p.targetValue();
        if (p.printedValue() == null || target == null) return true;
        return new PrintedAmount(p.printedValue(), p.printedUnit()).says(target);
    }

    private static void check(List<FieldError> errors, boolean holds, String pointer, String code) {
        if (!holds) errors.add(FieldError.of(pointer, code));
    }
}
