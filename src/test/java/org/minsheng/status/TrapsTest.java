package org.minsheng.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.minsheng.support.Promises.DUE;
import static org.minsheng.support.Promises.amount;
import static org.minsheng.support.Promises.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minsheng.indicators.Achievement;
import org.minsheng.indicators.Commitment;
import org.minsheng.indicators.Measured;
import org.minsheng.indicators.Promise;
import org.minsheng.indicators.Trajectory;
import org.minsheng.progress.Combination;
import org.minsheng.progress.Report;
import org.minsheng.projects.ProjectStatus;
import org.minsheng.support.Promises;

/** The traps of the specification, each by its name there. */
class TrapsTest {
    private static final LocalDate JULY = LocalDate.of(2026, 7, 31);
    private final UUID lead = UUID.randomUUID();
    private final UUID town = UUID.randomUUID();

    @Test
    void a_stock_is_never_summed_over_months() {
        Promise stock = Promises.stock("65");
        List<Report> reports = List.of(report(lead, 3, amount("55")), report(lead, 4, amount("58")));
        assertEquals(new BigDecimal("58"), combined(stock, reports).amount());
    }

    @Test
    void a_ratio_over_towns_is_never_a_mean_of_percentages() {
        Promise ratio = Promises.ratio("95", Commitment.FLOOR);
        List<Report> reports = List.of(
                report(lead, 3, Measured.ratio(new BigDecimal("10"), new BigDecimal("10"))),
                report(town, 3, Measured.ratio(new BigDecimal("450"), new BigDecimal("900"))));
        Measured together = combined(ratio, reports);
        assertEquals(0, new BigDecimal("460").compareTo(together.numerator()));
        assertEquals("50.5494505495", Achievement.actual(ratio, together).toString());
    }

    @Test
    void an_estimate_is_never_failed() {
        Promise estimate = Promises.increment("390000", Commitment.ESTIMATE);
        Assessment after = assess(estimate, amount("1000"), DUE.plusDays(30));
        assertEquals(Verdict.NOT_ASSESSABLE, after.verdict());
        assertEquals(ScheduleStatus.BEHIND, after.status());
        assertNotEquals(Light.RED, after.light());
        assertEquals(Verdict.MET, assess(estimate, amount("390000"), JULY).verdict());
    }

    @Test
    void nothing_is_shown_as_0_percent_while_nothing_is_planned() {
        Promise promise = Promises.increment("10", Commitment.FIRM);
        Trajectory late = Trajectory.of(
                promise.from(),
                promise.due(),
                List.of(new Trajectory.Point(LocalDate.of(2026, 8, 31), BigDecimal.ZERO)));
        Assessment july = StatusRules.assess(promise, Measured.NOTHING, late, Thresholds.USUAL, false, JULY);
        assertEquals(ScheduleStatus.NOT_DUE, july.status());
        assertEquals(Light.NONE, july.light());
        assertNull(july.achievement());
    }

    @Test
    void a_planned_share_is_never_below_0_or_above_1() {
        Trajectory plan = Trajectory.usual(Promises.increment("10", Commitment.FIRM));
        assertEquals(BigDecimal.ZERO, plan.share(LocalDate.of(2025, 6, 1)));
        assertEquals(BigDecimal.ONE, plan.share(LocalDate.of(2030, 1, 1)));
    }

    @Test
    void suspended_and_parameter_rows_count_in_no_roll_up() {
        Promise kept = Promises.increment("10", Commitment.FIRM);
        Promise paused = Promises.in(Promises.increment("10", Commitment.FIRM), ProjectStatus.SUSPENDED);
        Promise parameter = Promises.parameter();
        ProjectRate rate = ProjectRate.of(List.of(
                assessed(kept, amount("5")), assessed(paused, amount("0")), assessed(parameter, Measured.NOTHING)));
        assertEquals(0, new BigDecimal("0.5").compareTo(rate.rate()));
        assertEquals(
                List.of(Clause.COUNTED, Clause.SUSPENDED_BY_ORDER, Clause.PARAMETER_HAS_NO_PROGRESS),
                rate.parts().stream().map(ProjectRate.Part::clause).toList());
    }

    @Test
    void what_is_reached_is_done_and_no_longer_on_schedule() {
        Promise promise = Promises.increment("100", Commitment.FLOOR);
        assertEquals(
                ScheduleStatus.DONE_EARLY, assess(promise, amount("100"), JULY).status());
        assertEquals(
                ScheduleStatus.DONE,
                assess(promise, amount("130"), DUE.plusDays(1)).status());
    }

    @Test
    void no_report_is_grey_and_never_red() {
        Promise promise = Promises.increment("100", Commitment.FLOOR);
        for (LocalDate day : List.of(JULY, DUE, DUE.plusYears(1))) {
            Assessment none = assess(promise, Measured.NOTHING, day);
            assertEquals(ScheduleStatus.NO_DATA, none.status());
            assertEquals(Light.GREY, none.light());
            assertEquals(Verdict.NOT_ASSESSABLE, none.verdict());
        }
    }

    @Test
    void exact_decimals_are_compared_and_not_the_printed_rounding() {
        Promise promise = Promises.stock("73000");
        assertFalse(Achievement.isMet(promise, amount("72950"), JULY));
        assertTrue(Achievement.isMet(promise, amount("73000.0000"), JULY));
    }

    @Test
    void at_least_includes_the_number_itself() {
        assertEquals(
                Verdict.MET,
                assess(Promises.increment("4000", Commitment.FLOOR), amount("4000"), JULY)
                        .verdict());
    }

    @Test
    void full_coverage_takes_no_rounding() {
        Promise full = Promises.ratio("100", Commitment.FULL_COVERAGE);
        Measured almost = Measured.ratio(new BigDecimal("99999"), new BigDecimal("100000"));
        assertFalse(Achievement.isMet(full, almost, JULY));
        assertTrue(Achievement.isMet(full, Measured.ratio(BigDecimal.TEN, BigDecimal.TEN), JULY));
    }

    @Test
    void a_sample_that_is_too_small_is_not_judged() {
        Promise survey = Promises.with(Promises.ratio("90", Commitment.FLOOR), null, "100");
        Assessment small = assess(survey, Measured.ratio(new BigDecimal("50"), new BigDecimal("50")), JULY);
        assertEquals(Verdict.NOT_ASSESSABLE, small.verdict());
        assertEquals(Clause.SAMPLE_TOO_SMALL, small.clause());
    }

    @Test
    void a_stock_with_a_baseline_is_measured_from_it() {
        Promise stock = Promises.with(Promises.stock("65"), "55", null);
        assertEquals(0, new BigDecimal("0.3").compareTo(Achievement.share(stock, amount("58"), JULY)));
    }

    @Test
    void a_deliverable_is_not_behind_before_its_date_and_red_after_it() {
        Promise promise = Promises.deliverable();
        assertEquals(
                ScheduleStatus.NOT_DUE, assess(promise, Measured.NOTHING, JULY).status());
        assertEquals(
                ScheduleStatus.ON_SCHEDULE,
                assess(promise, Measured.doneOn(null), JULY).status());
        assertEquals(
                ScheduleStatus.DONE_EARLY,
                assess(promise, Measured.doneOn(JULY), JULY).status());
        assertEquals(
                ScheduleStatus.SERIOUSLY_BEHIND,
                assess(promise, Measured.doneOn(null), DUE.plusDays(1)).status());
    }

    @Test
    void a_ceiling_is_kept_only_at_the_end() {
        Promise ceiling = Promises.ceiling("20");
        assertEquals(Verdict.ON_COURSE, assess(ceiling, amount("12"), JULY).verdict());
        assertEquals(Verdict.MET, assess(ceiling, amount("12"), DUE.plusDays(1)).verdict());
        assertEquals(
                Verdict.NOT_MET, assess(ceiling, amount("21"), DUE.plusDays(1)).verdict());
    }

    @Test
    void units_that_do_not_add_are_answered_by_the_lead() {
        Promise one = Promises.of(
                org.minsheng.indicators.MeasureKind.STOCK,
                Commitment.FIRM,
                org.minsheng.indicators.Comparison.GE,
                "47",
                org.minsheng.indicators.ReportingBasis.TO_DATE,
                false);
        Combination combination =
                Combination.of(one, List.of(report(lead, 3, amount("40")), report(town, 4, amount("5"))), lead, JULY);
        assertEquals(new BigDecimal("40"), combination.measured().amount());
        assertEquals(
                Combination.Why.ANOTHER_UNIT_ANSWERS,
                combination.excluded().get(0).why());
    }

    private Measured combined(Promise promise, List<Report> reports) {
        return Combination.of(promise, reports, lead, JULY).measured();
    }

    private static ProjectRate.Assessed assessed(Promise promise, Measured measured) {
        return new ProjectRate.Assessed(promise, assess(promise, measured, JULY));
    }

    private static Assessment assess(Promise promise, Measured measured, LocalDate day) {
        return StatusRules.assess(promise, measured, Trajectory.usual(promise), Thresholds.USUAL, false, day);
    }
}
