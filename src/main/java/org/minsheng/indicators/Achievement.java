package org.minsheng.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/** How much of a promise is reached, and whether it is met: compared exactly, divided only to be shown. */
public final class Achievement {
    private static final int SCALE = 10;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Achievement() {}

    /** The value that is set beside the target: the amount, or a ratio in percent; null where there is none. */
    public static BigDecimal actual(Promise promise, Measured measured) {
        if (promise.kind() != MeasureKind.RATIO) return measured.amount();
        if (measured.denominator() == null || measured.denominator().signum() == 0) return null;
        return measured.numerator().multiply(HUNDRED).divide(measured.denominator(), SCALE, RoundingMode.HALF_EVEN);
    }

    /**
     * Actual over target, uncapped: from the baseline where a stock has one, the other way round for a ceiling, 1 or 0 for
     * a deliverable. Null where nothing can be said.
     */
    public static BigDecimal share(Promise promise, Measured measured, LocalDate day) {
        return switch (promise.kind()) {
            case PARAMETER -> null;
            case DELIVERABLE -> isDone(measured, day) ? BigDecimal.ONE : BigDecimal.ZERO;
            case INCREMENT, RATIO -> over(promise, actual(promise, measured), BigDecimal.ZERO);
            case STOCK ->
                over(
                        promise,
                        actual(promise, measured),
                        promise.baseline() == null ? BigDecimal.ZERO : promise.baseline());
        };
    }

    public static BigDecimal capped(BigDecimal share) {
        return share == null ? null : share.min(BigDecimal.ONE).max(BigDecimal.ZERO);
    }

    /** 以上 and 不低于 include the number itself; full coverage allows no rounding; an estimate is reached at its number. */
    public static boolean isMet(Promise promise, Measured measured, LocalDate day) {
        if (promise.kind() == MeasureKind.PARAMETER) return false;
        if (promise.kind() == MeasureKind.DELIVERABLE) return isDone(measured, day);
        if (promise.kind() == MeasureKind.RATIO) return isRatioMet(promise, measured);
        if (measured.amount() == null) return false;
        int compared = measured.amount().compareTo(promise.target());
        return switch (promise.comparison()) {
            case GE, NONE -> compared >= 0;
            case LE -> compared <= 0;
            case EQ -> compared == 0;
            case DONE -> isDone(measured, day);
        };
    }

    private static boolean isRatioMet(Promise promise, Measured measured) {
        if (measured.denominator() == null || measured.denominator().signum() == 0) return false;
        if (promise.commitment() == Commitment.FULL_COVERAGE)
            return measured.numerator().compareTo(measured.denominator()) == 0;
        int compared = measured.numerator()
                .multiply(HUNDRED)
                .compareTo(promise.target().multiply(measured.denominator()));
        return switch (promise.comparison()) {
            case LE -> compared <= 0;
            case EQ -> compared == 0;
            default -> compared >= 0;
        };
    }

    private static boolean isDone(Measured measured, LocalDate day) {
        return measured.doneOn() != null && !measured.doneOn().isAfter(day);
    }

    private static BigDecimal over(Promise promise, BigDecimal actual, BigDecimal from) {
        if (actual == null) return null;
        BigDecimal way = promise.target().subtract(from);
        if (promise.comparison() == Comparison.LE)
            return actual.signum() <= 0
                    ? BigDecimal.ONE
                    : promise.target().divide(actual, SCALE, RoundingMode.HALF_EVEN);
        if (way.signum() == 0) return actual.compareTo(promise.target()) >= 0 ? BigDecimal.ONE : BigDecimal.ZERO;
        return actual.subtract(from).divide(way, SCALE, RoundingMode.HALF_EVEN);
    }
}
