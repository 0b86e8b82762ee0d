package org.minsheng.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.minsheng.support.Promises.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import org.minsheng.indicators.Achievement;
import org.minsheng.indicators.Commitment;
import org.minsheng.indicators.Measured;
import org.minsheng.indicators.Promise;
import org.minsheng.indicators.Trajectory;
import org.minsheng.progress.Combination;
import org.minsheng.progress.Report;
import org.minsheng.support.Promises;

class RuleProperties {
    private static final List<UUID> UNITS = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    private static final LocalDate END = LocalDate.of(2026, 12, 31);

    @Provide
    Arbitrary<Promise> promises() {
        return Arbitraries.of(
                Promises.increment("100", Commitment.FIRM),
                Promises.increment("100", Commitment.ESTIMATE),
                Promises.stock("65"),
                Promises.with(Promises.stock("65"), "55", null),
                Promises.ratio("95", Commitment.FLOOR),
                Promises.ratio("100", Commitment.FULL_COVERAGE),
                Promises.with(Promises.ratio("90", Commitment.FLOOR), null, "50"),
                Promises.deliverable(),
                Promises.parameter(),
                Promises.ceiling("20"));
    }

    @Provide
    Arbitrary<List<Report>> reports() {
        Arbitrary<Report> one = Combinators.combine(
                        Arbitraries.of(UNITS),
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(0, 200),
                        Arbitraries.integers().between(0, 200))
                .as((unit, month, a, b) -> report(unit, month, measured(Math.min(a, b), Math.max(a, b), month)));
        // one live report of a unit for a period
        return one.list().ofMaxSize(12).uniqueElements(r -> r.unit() + "/" + r.periodStart());
    }

    private static Measured measured(int part, int whole, int month) {
        LocalDate done = part % 2 == 0 ? null : LocalDate.of(2026, month, 28);
        return new Measured(BigDecimal.valueOf(part), BigDecimal.valueOf(part), BigDecimal.valueOf(whole), done, true);
    }

    @Property
    void the_order_of_reports_does_not_matter(
            @ForAll("promises") Promise promise, @ForAll("reports") List<Report> reports, @ForAll Random random) {
        List<Report> shuffled = new ArrayList<>(reports);
        Collections.shuffle(shuffled, random);
        assertEquals(
                Combination.of(promise, reports, UNITS.get(0), END).measured(),
                Combination.of(promise, shuffled, UNITS.get(0), END).measured());
    }

    @Property
    void correcting_twice_is_correcting_once(
            @ForAll("promises") Promise promise,
            @ForAll("reports") List<Report> reports,
            @ForAll @IntRange(max = 200) int first,
            @ForAll @IntRange(max = 200) int second) {
        if (reports.isEmpty()) return;
        Report wrong = reports.get(0);
        Report once = correction(wrong, second);
        Report draft = correction(wrong, first);
        Report again = correction(draft, second);
        assertEquals(
                Combination.of(promise, with(reports, once), UNITS.get(0), END).measured(),
                Combination.of(promise, with(reports, draft, again), UNITS.get(0), END)
                        .measured());
    }

    private static Report correction(Report of, int value) {
        Measured measured = measured(value, 200, of.periodStart().getMonthValue());
        return report(UUID.randomUUID(), of.unit(), of.periodStart().getMonthValue(), measured, of.id());
    }

    private static List<Report> with(List<Report> reports, Report... more) {
        List<Report> all = new ArrayList<>(reports);
        all.addAll(List.of(more));
        return all;
    }

    @Property
    void ratios_of_parts_recombine(@ForAll("reports") List<Report> reports) {
        Promise ratio = Promises.ratio("95", Commitment.FLOOR);
        Measured whole = Combination.of(ratio, reports, UNITS.get(0), END).measured();
        BigDecimal numerators = BigDecimal.ZERO;
        BigDecimal denominators = BigDecimal.ZERO;
        for (UUID unit : UNITS) {
            Measured part = Combination.of(
                            ratio,
                            reports.stream().filter(r -> r.unit().equals(unit)).toList(),
                            unit,
                            END)
                    .measured();
            if (part.numerator() == null) continue;
            numerators = numerators.add(part.numerator());
            denominators = denominators.add(part.denominator());
        }
        if (whole.numerator() == null) return;
        assertEquals(0, numerators.compareTo(whole.numerator()));
        assertEquals(0, denominators.compareTo(whole.denominator()));
    }

    @Property
    void every_state_has_a_status_a_light_a_verdict_and_a_clause(
            @ForAll("promises") Promise promise,
            @ForAll("reports") List<Report> reports,
            @ForAll @IntRange(min = -400, max = 800) int days,
            @ForAll boolean overdue) {
        LocalDate day = Promises.FROM.plusDays(days);
        Measured measured = Combination.of(promise, reports, UNITS.get(0), day).measured();
        Assessment a = StatusRules.assess(promise, measured, Trajectory.usual(promise), Thresholds.USUAL, overdue, day);
        assertNotNull(a.clause());
        assertEquals(StatusRules.light(a.status()), a.light());
        if (a.verdict() == Verdict.NOT_MET) assertTrue(day.isAfter(promise.due()) && !promise.isEstimate());
        if (!measured.reported()) assertNotEquals(Light.RED, a.light());
        if (promise.isEstimate()) assertNotEquals(Light.RED, a.light());
        if (a.verdict() == Verdict.MET)
            assertTrue(a.status() == ScheduleStatus.DONE || a.status() == ScheduleStatus.DONE_EARLY);
        BigDecimal capped = Achievement.capped(a.achievement());
        assertTrue(capped == null || capped.signum() >= 0 && capped.compareTo(BigDecimal.ONE) <= 0);
    }

    @Property
    void more_is_never_worse(
            @ForAll @BigRange(min = "0", max = "150") BigDecimal less,
            @ForAll @BigRange(min = "0", max = "150") BigDecimal more,
            @ForAll @IntRange(max = 500) int days) {
        Promise promise = Promises.increment("100", Commitment.FIRM);
        LocalDate day = Promises.FROM.plusDays(days);
        assertTrue(rank(promise, less.min(more), day) <= rank(promise, less.max(more), day));
    }

    private static int rank(Promise promise, BigDecimal value, LocalDate day) {
        List<ScheduleStatus> worstFirst = List.of(
                ScheduleStatus.SERIOUSLY_BEHIND,
                ScheduleStatus.BEHIND,
                ScheduleStatus.SLIGHTLY_BEHIND,
                ScheduleStatus.ON_SCHEDULE,
                ScheduleStatus.AHEAD,
                ScheduleStatus.DONE,
                ScheduleStatus.DONE_EARLY);
        return worstFirst.indexOf(StatusRules.assess(
                        promise, Measured.amount(value), Trajectory.usual(promise), Thresholds.USUAL, false, day)
                .status());
    }

    @Property
    void a_plan_rises_from_0_to_1_and_its_days_are_found_again(
            @ForAll List<@IntRange(max = 364) Integer> offsets,
            @ForAll List<@IntRange(max = 100) Integer> percents,
            @ForAll @IntRange(min = -50, max = 450) int days) {
        List<Trajectory.Point> points = points(offsets, percents);
        assertTrue(Trajectory.fault(Promises.FROM, END, points).isEmpty());
        Trajectory plan = Trajectory.of(Promises.FROM, END, points);
        LocalDate day = Promises.FROM.plusDays(days);
        BigDecimal share = plan.share(day);
        assertTrue(share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0);
        assertTrue(plan.share(day.plusDays(1)).compareTo(share) >= 0);
        plan.dayOf(share)
                .ifPresent(first -> assertTrue(
                        plan.share(first).compareTo(share) >= 0 && (share.signum() == 0 || !first.isAfter(day))));
    }

    private static List<Trajectory.Point> points(List<Integer> offsets, List<Integer> percents) {
        List<Integer> days = offsets.stream().distinct().sorted().toList();
        List<Integer> shares = percents.stream().sorted().toList();
        List<Trajectory.Point> points = new ArrayList<>();
        for (int i = 0; i < Math.min(days.size(), shares.size()); i++)
            points.add(new Trajectory.Point(
                    Promises.FROM.plusDays(days.get(i)),
                    BigDecimal.valueOf(shares.get(i)).divide(BigDecimal.valueOf(100), 2, RoundingMode.UNNECESSARY)));
        return points;
    }
}
