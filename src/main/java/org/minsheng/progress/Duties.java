package org.minsheng.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.minsheng.access.Scope;
import org.minsheng.indicators.Allocations;
import org.minsheng.indicators.Indicator;
import org.minsheng.indicators.Plans;
import org.minsheng.indicators.Promise;
import org.minsheng.projects.ProjectStatus;
import org.minsheng.units.Unit;

/**
 * Who has to report on what, and what has come in: the units a target is split over, else the unit that answers for the
 * promise, for every period that touches the promise's window.
 */
@ApplicationScoped
public class Duties {
    private final EntityManager database;
    private final Plans plans;
    private final Allocations allocations;
    private final Periods periods;

    Duties(EntityManager database, Plans plans, Allocations allocations, Periods periods) {
        this.database = database;
        this.plans = plans;
        this.allocations = allocations;
        this.periods = periods;
    }

    public List<Duty> of(List<Indicator> promises, Collection<Period> periods) {
        if (promises.isEmpty() || periods.isEmpty()) return List.of();
        Map<UUID, List<UUID>> split = allocations.units(promises);
        Map<UUID, UUID> leads = plans.leads(promises);
        List<Duty> duties = new ArrayList<>();
        for (Indicator promise : promises) {
            Promise rule = promise.promise();
            if (rule.isParameter() || rule.status() != ProjectStatus.ACTIVE) continue;
            UUID lead = leads.get(promise.id());
            List<UUID> units = split.getOrDefault(promise.id(), lead == null ? List.of() : List.of(lead));
            for (Period period : periods)
                if (period.programmeId().equals(promise.project().programme().id())
                        && period.overlaps(rule.from(), rule.due()))
                    for (UUID unit : units) duties.add(new Duty(promise, unit, period));
        }
        return duties;
    }

    /** What a unit has to report now: begun periods that take entries, less what is out of its hands already. */
    public List<Owed> owedBy(UUID unit, UUID programme, Scope scope, LocalDate today) {
        List<Indicator> promises = plans.promisesOf(unit, allocations.of(unit), programme, scope);
        Set<UUID> programmes =
                promises.stream().map(i -> i.project().programme().id()).collect(Collectors.toSet());
        List<Period> begun = periods.begun(programmes, extended(unit, today), today);
        Map<Filed.Key, Filed> filed = filed(begun, unit);
        List<Duty> owed = of(promises, begun).stream()
                .filter(d -> d.unit().equals(unit))
                .filter(d -> !filed.containsKey(Filed.Key.of(d))
                        || !filed.get(Filed.Key.of(d)).isReported())
                .sorted(Comparator.comparing((Duty d) -> d.period().startsOn()))
                .toList();
        Map<UUID, ReportRow> last =
                last(owed.stream().map(d -> d.promise().id()).toList(), unit);
        return owed.stream()
                .map(d -> new Owed(
                        d, filed.get(Filed.Key.of(d)), last.get(d.promise().id())))
                .toList();
    }

    /** The live entries of these periods. */
    public Map<Filed.Key, Filed> filed(Collection<Period> periods) {
        return filed(periods, null);
    }

    private Map<Filed.Key, Filed> filed(Collection<Period> periods, UUID unit) {
        if (periods.isEmpty()) return Map.of();
        return database.createQuery(
                        "select " + Filed.HQL
                                + " from ProgressEntry e join e.indicator i where e.period in :periods and e.place = 1"
                                + " and (:unit is null or e.unit.id = :unit)",
                        Filed.class)
                .setParameter("periods", periods)
                .setParameter("unit", unit)
                .getResultStream()
                .collect(Collectors.toMap(Filed::key, Function.identity()));
    }

    /** The last approved report of a unit on each of these promises, to fill the next one in. */
    private Map<UUID, ReportRow> last(Collection<UUID> indicators, UUID unit) {
        Map<UUID, ReportRow> last = new HashMap<>();
        if (indicators.isEmpty()) return last;
        database.createQuery("select " + ReportRow.HQL + """
                         from ProgressEntry e join e.indicator i join e.period d
                        where i.id in :indicators and e.unit.id = :unit and e.status = APPROVED
                        order by e.periodStart, e.id""", ReportRow.class)
                .setParameter("indicators", indicators)
                .setParameter("unit", unit)
                .getResultStream()
                .forEach(row -> last.put(row.indicatorId(), row));
        return last;
    }

    /** Closed periods that one unit may still report for. */
    private List<UUID> extended(UUID unit, LocalDate today) {
        return database.createQuery(
                        "select e.period.id from PeriodExtension e where e.unitId = :unit and e.untilOn >= :today",
                        UUID.class)
                .setParameter("unit", unit)
                .setParameter("today", today)
                .getResultList();
    }

    /** The units that have duties, in the order of the tree: all for who oversees, else those the caller works in. */
    public List<Unit> units(Collection<Duty> duties, Scope scope, boolean all) {
        if (duties.isEmpty()) return List.of();
        return database.createQuery(
                        "from Unit u where u.id in :units and (:all = true or u.path like :working) order by u.path",
                        Unit.class)
                .setParameter("units", duties.stream().map(Duty::unit).collect(Collectors.toSet()))
                .setParameter("all", all)
                .setParameter("working", scope.working())
                .getResultList();
    }
}
