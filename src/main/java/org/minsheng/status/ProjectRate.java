package org.minsheng.status;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.minsheng.indicators.Achievement;
import org.minsheng.indicators.Promise;

/**
 * A project's rate: the weighted mean of its headline promises that can be assessed, each capped at 1; its light is the
 * worst of them. What was left out, and why, is part of the answer.
 */
public record ProjectRate(
        BigDecimal rate, BigDecimal plannedShare, Light light, ScheduleStatus status, List<Part> parts) {
    /** A promise in the roll-up: counted with its weight, or left out by a clause. */
    public record Part(UUID indicator, BigDecimal weight, BigDecimal share, Clause clause) {}

    public record Assessed(Promise promise, Assessment assessment) {}

    private static final int SCALE = 10;
    private static final List<ScheduleStatus> WORST_FIRST = List.of(
            ScheduleStatus.SERIOUSLY_BEHIND,
            ScheduleStatus.BEHIND,
            ScheduleStatus.NO_DATA,
            ScheduleStatus.SLIGHTLY_BEHIND,
            ScheduleStatus.ON_SCHEDULE,
            ScheduleStatus.AHEAD,
            ScheduleStatus.NOT_DUE,
            ScheduleStatus.DONE,
            ScheduleStatus.DONE_EARLY,
            ScheduleStatus.SUSPENDED,
            ScheduleStatus.NOT_APPLICABLE);

    public static ProjectRate of(List<Assessed> promises) {
        List<Part> parts = new ArrayList<>();
        BigDecimal weights = BigDecimal.ZERO;
        BigDecimal reached = BigDecimal.ZERO;
        BigDecimal planned = BigDecimal.ZERO;
        for (Assessed one : promises) {
            Clause leftOut = leftOut(one);
            BigDecimal share = leftOut == null ? Achievement.capped(one.assessment.achievement()) : null;
            parts.add(new Part(
                    one.promise.id(), one.promise.weight(), share, leftOut == null ? Clause.COUNTED : leftOut));
            if (leftOut != null) continue;
            weights = weights.add(one.promise.weight());
            reached = reached.add(share.multiply(one.promise.weight()));
            planned = planned.add(one.assessment.plannedShare().multiply(one.promise.weight()));
        }
        ScheduleStatus worst = worst(promises);
        return new ProjectRate(mean(reached, weights), mean(planned, weights), StatusRules.light(worst), worst, parts);
    }

    private static Clause leftOut(Assessed one) {
        Assessment assessment = one.assessment;
        if (assessment.plannedShare() == null) return assessment.clause();
        if (!one.promise.headline()) return Clause.NOT_HEADLINE;
        if (one.promise.isEstimate()) return Clause.ESTIMATE_IS_NO_PASS_LINE;
        if (assessment.status() == ScheduleStatus.NO_DATA || assessment.achievement() == null)
            return assessment.clause();
        return null;
    }

    private static ScheduleStatus worst(List<Assessed> promises) {
        Optional<ScheduleStatus> worst = promises.stream()
                .map(one -> one.assessment.status())
                .min(Comparator.comparingInt(WORST_FIRST::indexOf));
        return worst.orElse(ScheduleStatus.NOT_APPLICABLE);
    }

    private static BigDecimal mean(BigDecimal sum, BigDecimal weights) {
        return weights.signum() == 0 ? null : sum.divide(weights, SCALE, RoundingMode.HALF_EVEN);
    }
}
