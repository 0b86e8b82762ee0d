package org.minsheng.status;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.minsheng.indicators.Indicator;
import org.minsheng.indicators.Measured;
import org.minsheng.indicators.Plans;
import org.minsheng.indicators.Promise;
import org.minsheng.indicators.Trajectory;
import org.minsheng.progress.Combination;
import org.minsheng.progress.Periods;
import org.minsheng.progress.ProgressEntries;
import org.minsheng.progress.ReportRow;

/**
 * Collects what decides about promises on a day: today's from the standing, any other day's from the entries. The number
 * of statements does not grow with the number of promises.
 */
@ApplicationScoped
public class Facts {
    private final Plans plans;
    private final Standings standings;
    private final ProgressEntries entries;
    private final Periods periods;

    Facts(Plans plans, Standings standings, ProgressEntries entries, Periods periods) {
        this.plans = plans;
        this.standings = standings;
        this.entries = entries;
        this.periods = periods;
    }

    /** Of the promises given, all of one programme, on a day that is today or not. */
    public List<Fact> of(List<Indicator> promises, LocalDate day, LocalDate today) {
        if (promises.isEmpty()) return List.of();
        List<UUID> ids = promises.stream().map(Indicator::id).toList();
        UUID programme = promises.get(0).project().programme().id();
        Map<UUID, Trajectory> curves = plans.trajectories(promises);
        Optional<LocalDate> due = periods.latestDue(programme, day);
        Map<UUID, Known> known = day.equals(today) ? fromStandings(ids) : fromEntries(promises, day);
        return promises.stream()
                .map(i -> {
                    Known k = known.getOrDefault(i.id(), Known.NOTHING);
                    Promise promise = i.promise();
                    Trajectory plan = curves.getOrDefault(i.id(), Trajectory.usual(promise));
                    return new Fact(
                            i,
                            promise,
                            k.measured,
                            plan,
                            isOverdue(promise, due, k),
                            k.lastPeriod,
                            k.approvedAt,
                            k.demonstration,
                            day);
                })
                .toList();
    }

    /** The latest due period lies in the promise's window and nobody has reported for it or a later one. */
    private static boolean isOverdue(Promise promise, Optional<LocalDate> due, Known known) {
        return due.filter(period ->
                        !period.isAfter(promise.due()) && !period.plusMonths(1).isBefore(promise.from()))
                .filter(period -> known.lastReported == null || known.lastReported.isBefore(period))
                .isPresent();
    }

    private Map<UUID, Known> fromStandings(Collection<UUID> ids) {
        Map<UUID, Known> known = new HashMap<>();
        for (Standing s : standings.of(ids))
            known.put(
                    s.indicatorId,
                    new Known(s.measured(), s.lastPeriod, s.lastReported, s.lastApprovedAt, s.demonstration));
        return known;
    }

    private Map<UUID, Known> fromEntries(List<Indicator> promises, LocalDate day) {
        Map<UUID, List<ReportRow>> rows = entries
                .reported(promises.stream().map(Indicator::id).toList())
                .stream()
                .filter(r -> !r.periodStart().isAfter(day))
                .collect(Collectors.groupingBy(ReportRow::indicatorId));
        Map<UUID, UUID> leads = plans.leads(promises);
        Map<UUID, Known> known = new HashMap<>();
        for (Indicator i : promises) {
            History history = History.of(rows.getOrDefault(i.id(), List.of()));
            Measured measured = Combination.of(i.promise(), history.reports(), leads.get(i.id()), day)
                    .measured();
            known.put(
                    i.id(),
                    new Known(
                            measured,
                            history.lastPeriod(),
                            history.lastReported(),
                            history.lastApprovedAt(),
                            history.demonstration()));
        }
        return known;
    }

    private record Known(
            Measured measured,
            LocalDate lastPeriod,
            LocalDate lastReported,
            java.time.Instant approvedAt,
            boolean demonstration) {
        static final Known NOTHING = new Known(Measured.NOTHING, null, null, null, false);
    }
}
