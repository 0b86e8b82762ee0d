package org.minsheng.status;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.minsheng.indicators.Trajectory;

/**
 * Where a promise will stand on its due date if it goes on as in its latest steps: each step's pace is what it achieved of
 * what was planned for the same days, the median pace of the last {@value #STEPS} steps is carried on along the plan.
 *
 * @param share projected share of the target on the due date, between {@code low} and {@code high}
 * @param finish the day the target is reached at this pace; null where it never is
 * @param confidence 0 to 1: how alike the paces were
 */
public record Forecast(
        BigDecimal share, BigDecimal low, BigDecimal high, LocalDate finish, BigDecimal confidence, String method) {
    /** A share of the target that was reached by the end of a day. */
    public record Reached(LocalDate on, BigDecimal share) {}

    private static final int STEPS = 4;
    private static final int ENOUGH = 3;
    private static final int SCALE = 10;
    private static final String METHOD = "median-pace-on-plan";

    /** None with fewer than three reports, or where nothing was planned between them. */
    public static Optional<Forecast> of(List<Reached> history, Trajectory plan, LocalDate due) {
        if (history.size() < ENOUGH) return Optional.empty();
        List<BigDecimal> paces = paces(history, plan);
        if (paces.size() < ENOUGH - 1) return Optional.empty();
        Reached last = history.get(history.size() - 1);
        BigDecimal left = plan.share(due).subtract(plan.share(last.on)).max(BigDecimal.ZERO);
        List<BigDecimal> sorted = paces.stream().sorted().toList();
        BigDecimal pace = median(sorted);
        BigDecimal slow = sorted.get(0);
        BigDecimal fast = sorted.get(sorted.size() - 1);
        return Optional.of(new Forecast(
                last.share.add(pace.multiply(left)),
                last.share.add(slow.multiply(left)),
                last.share.add(fast.multiply(left)),
                finish(last, pace, plan, due),
                confidence(slow, pace, fast),
                METHOD));
    }

    private static List<BigDecimal> paces(List<Reached> history, Trajectory plan) {
        List<BigDecimal> paces = new ArrayList<>();
        for (int i = Math.max(1, history.size() - STEPS); i < history.size(); i++) {
            Reached before = history.get(i - 1);
            Reached now = history.get(i);
            BigDecimal planned = plan.share(now.on).subtract(plan.share(before.on));
            if (planned.signum() > 0)
                paces.add(now.share
                        .subtract(before.share)
                        .max(BigDecimal.ZERO)
                        .divide(planned, SCALE, RoundingMode.HALF_EVEN));
        }
        return paces;
    }

    /** Along the plan while there is one; past the due date at the plan's mean pace. */
    private static LocalDate finish(Reached last, BigDecimal pace, Trajectory plan, LocalDate due) {
        BigDecimal missing = BigDecimal.ONE.subtract(last.share);
        if (missing.signum() <= 0) return last.on;
        if (pace.signum() == 0) return null;
        BigDecimal needed = plan.share(last.on).add(missing.divide(pace, SCALE, RoundingMode.HALF_EVEN));
        if (needed.compareTo(BigDecimal.ONE) <= 0) return plan.dayOf(needed).orElse(null);
        LocalDate start = plan.points().get(0).on();
        BigDecimal days = BigDecimal.valueOf(Math.max(1, ChronoUnit.DAYS.between(start, due)));
        long late = needed.subtract(BigDecimal.ONE)
                .multiply(days)
                .setScale(0, RoundingMode.CEILING)
                .longValue();
        // a pace that needs more than ten years is standing still
        return late > 3650 ? null : due.plusDays(late);
    }

    private static BigDecimal confidence(BigDecimal slow, BigDecimal pace, BigDecimal fast) {
        if (pace.signum() == 0) return fast.signum() == 0 ? BigDecimal.ONE : BigDecimal.ZERO;
        BigDecimal spread = fast.subtract(slow).divide(pace, 2, RoundingMode.HALF_EVEN);
        return BigDecimal.ONE.subtract(spread.min(BigDecimal.ONE));
    }

    private static BigDecimal median(List<BigDecimal> sorted) {
        int half = sorted.size() / 2;
        if (sorted.size() % 2 == 1) return sorted.get(half);
        return sorted.get(half - 1).add(sorted.get(half)).divide(BigDecimal.valueOf(2), SCALE, RoundingMode.HALF_EVEN);
    }
}
