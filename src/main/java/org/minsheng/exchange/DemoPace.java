package org.minsheng.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.minsheng.indicators.Promise;
import org.minsheng.indicators.ReportingBasis;
import org.minsheng.progress.EntryText;
import org.minsheng.progress.Period;
import org.minsheng.progress.ReasonCode;

/** How the n-th promise of the demo goes: its share of the plan, and what happens on the way. */
record DemoPace(int n, BigDecimal ofPlan) {
    private static final String[] PACES = {"1.01", "1.15", "0.94", "0.8", "1.3", "0.55", "1.02", "0.97"};
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static DemoPace of(int n) {
        return new DemoPace(n, new BigDecimal(PACES[n % PACES.length]));
    }

    /** Two promises are never reported on, two miss the latest period. */
    boolean isSilent(boolean latest) {
        return n == 11 || n == 17 || latest && (n == 12 || n == 29);
    }

    boolean isLate(int month) {
        return (n + month) % 11 == 0;
    }

    boolean isReturned(int month) {
        return (n + month) % 13 == 0;
    }

    boolean isCorrected(int month) {
        return n == 3 && month == 5;
    }

    EntryText text(Promise promise, Period period) {
        return text(promise, period, BigDecimal.ONE, null);
    }

    /** What should have been said: nine tenths of it. */
    EntryText corrected(Promise promise, Period period) {
        return text(promise, period, new BigDecimal("0.9"), ReasonCode.REPORTING_ERROR);
    }

    private EntryText text(Promise promise, Period period, BigDecimal times, ReasonCode code) {
        String why = code == null ? null : "演示：更正上报数";
        BigDecimal reached = reached(promise, period.endsOn());
        BigDecimal before = reached(promise, period.startsOn().minusDays(1));
        BigDecimal amount = null;
        BigDecimal part = null;
        BigDecimal whole = null;
        LocalDate done = null;
        switch (promise.kind()) {
            case INCREMENT ->
                amount = whole((promise.basis() == ReportingBasis.PERIOD ? reached.subtract(before) : reached)
                        .multiply(times));
            case STOCK -> amount = whole(reached.multiply(times));
            case RATIO -> {
                whole = BigDecimal.valueOf(1000);
                part = whole.multiply(promise.target())
                        .divide(HUNDRED)
                        .multiply(ofPlan.min(BigDecimal.ONE))
                        .setScale(0, RoundingMode.HALF_UP);
            }
            case DELIVERABLE ->
                done = n % 2 == 0 && period.startsOn().getMonthValue() >= 6
                        ? period.startsOn().plusDays(9)
                        : null;
            case PARAMETER -> throw new IllegalStateException("a parameter is not reported");
        }
        return new EntryText(amount, part, whole, done, "演示数据：按计划推进。", "演示数据：继续推进。", null, code, why);
    }

    /** The running value on a day: its share of the straight plan, in whole things. */
    private BigDecimal reached(Promise promise, LocalDate day) {
        if (promise.target() == null) return BigDecimal.ZERO;
        BigDecimal passed = BigDecimal.valueOf(Math.max(0, ChronoUnit.DAYS.between(promise.from(), day) + 1));
        BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(promise.from(), promise.due()) + 1);
        BigDecimal share = passed.multiply(ofPlan).divide(days, 6, RoundingMode.HALF_UP);
        // the first report covers what was done since the window opened
        if (day.getMonthValue() == 1 && promise.kind() != org.minsheng.indicators.MeasureKind.STOCK)
            return BigDecimal.ZERO;
        return whole(promise.target().multiply(share));
    }

    private static BigDecimal whole(BigDecimal amount) {
        return amount.setScale(0, RoundingMode.HALF_UP);
    }
}
