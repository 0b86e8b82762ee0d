package org.minsheng.status;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.minsheng.indicators.Indicator;
import org.minsheng.indicators.Measured;
import org.minsheng.indicators.Plans;
import org.minsheng.indicators.Promise;
import org.minsheng.indicators.PromiseHistory;
import org.minsheng.indicators.Trajectory;
import org.minsheng.programmes.Ordered;
import org.minsheng.programmes.Programmes;
import org.minsheng.progress.Combination;
import org.minsheng.progress.Period;
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
    private final Programmes programmes;
    private final Limits limits;
    private final Ratings ratings;

    Facts(
            Plans plans,
            Standings standings,
            ProgressEntries entries,
            Periods periods,
            Programmes programmes,
            Limits limits,
            Ratings ratings) {
        this.plans = plans;
        this.standings = standings;
        this.entries = entries;
        this.periods = periods;
        this.programmes = programmes;
        this.limits = limits;
        this.ratings = ratings;
    }

    /** Of the promises given, all of one programme, on a day that is today or not. */
    public List<Fact> of(List<Indicator> promises, LocalDate day, LocalDate today) {
        return on(promises, List.of(day), today).get(day);
    }

    /** The same on many days, in the same number of statements. */
    public Map<LocalDate, List<Fact>> on(List<Indicator> promises, Collection<LocalDate> days, LocalDate today) {
        Map<LocalDate, List<Fact>> facts = new TreeMap<>();
        if (promises.isEmpty()) {
            days.forEach(day -> facts.put(day, List.of()));
            return facts;
        }
        UUID programme = promises.get(0).project().programme().id();
        Around around = new Around(
                plans.trajectories(promises),
                programmes.orders(programme),
                periods.ofProgramme(programme),
                limits.of(programme),
                ratings.ofProjects(
                        promises.stream().map(i -> i.project().id()).distinct().toList()));
        Function<LocalDate, Map<UUID, Known>> known =
                days.stream().allMatch(today::equals) ? day -> fromStandings(promises) : fromEntries(promises);
        for (LocalDate day : days) {
            Map<UUID, Known> then = known.apply(day);
            facts.put(
                    day,
                    promises.stream()
                            .map(i -> around.fact(i, then.getOrDefault(i.id(), Known.NOTHING), day))
                            .toList());
        }
        return facts;
    }

    /** What is the same for all days: curves, orders, periods, limits, ratings. */
    private record Around(
            Map<UUID, Trajectory> curves,
            List<Ordered> orders,
            List<Period> periods,
            Thresholds limits,
            Map<UUID, Rating> ratings) {

        Fact fact(Indicator i, Known k, LocalDate day) {
            PromiseHistory then =
                    PromiseHistory.on(i.promise(), i.printed(), i.project().id(), orders, day);
            return new Fact(
                    i,
                    then.promise(),
                    k.measured,
                    curves.getOrDefault(i.id(), Trajectory.usual(then.promise())),
                    limits,
                    ratings.get(i.id()),
                    then.printed(),
                    isOverdue(then.promise(), k, day),
                    k.lastPeriod,
                    k.approvedAt,
                    k.demonstration,
                    day);
        }

        /**
         * The latest due period lies in the promise's window and no report on it or a later one is approved: what still waits
         * for its reviewer is working data, and a status that everybody reads must not tell of it.
         */
        private boolean isOverdue(Promise promise, Known known, LocalDate day) {
            return periods.stream()
                    .filter(p -> p.dueOn().isBefore(day))
                    .max(Comparator.comparing(Period::startsOn))
                    .filter(p -> p.overlaps(promise.from(), promise.due()))
                    .filter(p -> known.lastPeriod == null || known.lastPeriod.isBefore(p.startsOn()))
                    .isPresent();
        }
    }

    private Map<UUID, Known> fromStandings(List<Indicator> promises) {
        Map<UUID, Known> known = new HashMap<>();
        for (Standing s : standings.of(promises.stream().map(Indicator::id).toList()))
            known.put(s.indicatorId, new Known(s.measured(), s.lastPeriod, s.lastApprovedAt, s.demonstration));
        return known;
    }

    private Function<LocalDate, Map<UUID, Known>> fromEntries(List<Indicator> promises) {
        Map<UUID, List<ReportRow>> rows = entries
                .reported(promises.stream().map(Indicator::id).toList())
                .stream()
                .collect(Collectors.groupingBy(ReportRow::indicatorId));
        Map<UUID, UUID> leads = plans.leads(promises);
        return day -> {
            Map<UUID, Known> known = new HashMap<>();
            for (Indicator i : promises)
                known.put(i.id(), known(i, rows.getOrDefault(i.id(), List.of()), leads.get(i.id()), day));
            return known;
        };
    }

    private static Known known(Indicator promise, List<ReportRow> rows, UUID lead, LocalDate day) {
        History history = History.of(
                rows.stream().filter(r -> !r.periodStart().isAfter(day)).toList());
        Measured measured =
                Combination.of(promise.promise(), history.reports(), lead, day).measured();
        return new Known(measured, history.lastPeriod(), history.lastApprovedAt(), history.demonstration());
    }

    private record Known(Measured measured, LocalDate lastPeriod, java.time.Instant approvedAt, boolean demonstration) {
        static final Known NOTHING = new Known(Measured.NOTHING, null, null, false);
    }
}
