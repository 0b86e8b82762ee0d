package org.minsheng.status;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.minsheng.indicators.Achievement;
import org.minsheng.indicators.Comparison;
import org.minsheng.indicators.Measured;
import org.minsheng.indicators.Promise;
import org.minsheng.indicators.Trajectory;
import org.minsheng.projects.ProjectStatus;

/**
 * Status, light and verdict of a promise on a day (rule set {@value #VERSION}; {@code domain}: schedule status). The first
 * clause that fits decides. Past the due date counts from the day after it.
 */
public final class StatusRules {
    public static final String VERSION = "2026-1";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private StatusRules() {}

    /** @param overdue whether the latest due period has no approved report */
    public static Assessment assess(
            Promise promise, Measured measured, Trajectory plan, Thresholds limits, boolean overdue, LocalDate day) {
        if (promise.isParameter()) return without(ScheduleStatus.NOT_APPLICABLE, Clause.PARAMETER_HAS_NO_PROGRESS);
        if (promise.status() == ProjectStatus.DROPPED)
            return without(ScheduleStatus.NOT_APPLICABLE, Clause.DROPPED_BY_ORDER);
        if (promise.status() == ProjectStatus.SUSPENDED)
            return without(ScheduleStatus.SUSPENDED, Clause.SUSPENDED_BY_ORDER);

        Numbers numbers = Numbers.of(promise, measured, plan, day);
        boolean past = day.isAfter(promise.due());
        if (!isSampleLargeEnough(promise, measured))
            return numbers.with(ScheduleStatus.NO_DATA, Verdict.NOT_ASSESSABLE, Clause.SAMPLE_TOO_SMALL);
        // a ceiling can still be broken until its due date
        boolean ceiling = promise.comparison() == Comparison.LE;
        if (Achievement.isMet(promise, measured, day) && (!ceiling || past)) {
            boolean early = !ceiling && !past && day.isBefore(promise.due());
            return numbers.with(
                    early ? ScheduleStatus.DONE_EARLY : ScheduleStatus.DONE, Verdict.MET, Clause.TARGET_REACHED);
        }
        if (!measured.reported()) {
            // where nothing is planned yet, nobody is late with a report
            if (numbers.planned.signum() > 0)
                return numbers.with(ScheduleStatus.NO_DATA, Verdict.NOT_ASSESSABLE, Clause.NOTHING_REPORTED);
            return numbers.with(ScheduleStatus.NOT_DUE, Verdict.NOT_ASSESSABLE, Clause.NOTHING_PLANNED_YET);
        }
        if (overdue) return numbers.with(ScheduleStatus.NO_DATA, Verdict.NOT_ASSESSABLE, Clause.REPORT_OVERDUE);
        if (promise.isEstimate()) return estimate(numbers, limits, past);
        if (past) return numbers.with(ScheduleStatus.SERIOUSLY_BEHIND, Verdict.NOT_MET, Clause.PAST_DUE);
        if (ceiling && Achievement.isMet(promise, measured, day))
            return numbers.with(ScheduleStatus.ON_SCHEDULE, Verdict.ON_COURSE, Clause.WITHIN_CEILING);
        return numbers.with(limits.of(numbers.gap), Verdict.ON_COURSE, Clause.GAP_TO_PLAN);
    }

    /** Never failed: at most behind, and after its date there is no verdict. */
    private static Assessment estimate(Numbers numbers, Thresholds limits, boolean past) {
        ScheduleStatus status = limits.of(numbers.gap);
        if (status == ScheduleStatus.SERIOUSLY_BEHIND) status = ScheduleStatus.BEHIND;
        return numbers.with(status, past ? Verdict.NOT_ASSESSABLE : Verdict.ON_COURSE, Clause.ESTIMATE_IS_NO_PASS_LINE);
    }

    private static boolean isSampleLargeEnough(Promise promise, Measured measured) {
        return promise.minimumDenominator() == null
                || measured.denominator() == null
                || measured.denominator().compareTo(promise.minimumDenominator()) >= 0;
    }

    private static Assessment without(ScheduleStatus status, Clause clause) {
        return new Assessment(status, Light.NONE, Verdict.NOT_ASSESSABLE, clause, null, null, null, null, false);
    }

    static Light light(ScheduleStatus status) {
        return switch (status) {
            case DONE, DONE_EARLY, AHEAD, ON_SCHEDULE, SLIGHTLY_BEHIND -> Light.GREEN;
            case BEHIND -> Light.YELLOW;
            case SERIOUSLY_BEHIND -> Light.RED;
            case NO_DATA -> Light.GREY;
            case NOT_DUE, SUSPENDED, NOT_APPLICABLE -> Light.NONE;
        };
    }

    private record Numbers(BigDecimal actual, BigDecimal achievement, BigDecimal planned, BigDecimal gap) {
        static Numbers of(Promise promise, Measured measured, Trajectory plan, LocalDate day) {
            BigDecimal achievement = Achievement.share(promise, measured, day);
            BigDecimal planned = plan.share(day);
            BigDecimal gap =
                    achievement == null ? null : achievement.subtract(planned).multiply(HUNDRED);
            return new Numbers(Achievement.actual(promise, measured), achievement, planned, gap);
        }

        Assessment with(ScheduleStatus status, Verdict verdict, Clause clause) {
            boolean flagged = status == ScheduleStatus.SLIGHTLY_BEHIND;
            return new Assessment(status, light(status), verdict, clause, actual, achievement, planned, gap, flagged);
        }
    }
}
