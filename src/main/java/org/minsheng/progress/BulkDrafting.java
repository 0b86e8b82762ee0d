package org.minsheng.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.minsheng.access.Actor;
import org.minsheng.http.Refusal;
import org.minsheng.indicators.Allocations;
import org.minsheng.indicators.Indicator;
import org.minsheng.indicators.Indicators;
import org.minsheng.indicators.Workers;
import org.minsheng.ledger.Ledger;
import org.minsheng.ledger.Reason;
import org.minsheng.projects.Projects;
import org.minsheng.time.Time;
import org.minsheng.units.Unit;
import org.minsheng.units.Units;

/** Drafts and revises many entries: the questions are asked once for all of them, the rules are those of one. */
@ApplicationScoped
public class BulkDrafting {
    /** What makes a report the only one of its kind. */
    public record Place(UUID indicator, UUID unit, UUID period) {}

    private final ProgressEntries entries;
    private final Periods periods;
    private final Indicators indicators;
    private final Units units;
    private final Allocations allocations;
    private final Projects projects;
    private final Ledger ledger;

    BulkDrafting(
            ProgressEntries entries,
            Periods periods,
            Indicators indicators,
            Units units,
            Allocations allocations,
            Projects projects,
            Ledger ledger) {
        this.entries = entries;
        this.periods = periods;
        this.indicators = indicators;
        this.units = units;
        this.allocations = allocations;
        this.projects = projects;
        this.ledger = ledger;
    }

    /**
     * In the caller's transaction; entries that were written are no longer managed afterwards.
     *
     * @param seen what earlier rows of the same file were about
     */
    public List<Drafted> draft(List<DraftRow> rows, Set<Place> seen, Actor actor, Instant now) {
        Known known = known(rows, actor);
        LocalDate today = Time.dayOf(now);
        Map<Place, ProgressEntry> live = entries.live(
                rows.stream().map(known::place).filter(Objects::nonNull).toList());
        List<ProgressEntry> created = new ArrayList<>();
        List<ProgressEntry> changed = new ArrayList<>();
        List<Drafted> done = new ArrayList<>(rows.size());
        for (DraftRow row : rows) {
            try {
                Place place = known.require(row, actor, today);
                if (!seen.add(place)) throw Refusal.rule("import.row-twice");
                ProgressEntry entry = live.get(place);
                if (entry == null) {
                    created.add(entry = known.entry(row, place, now));
                    entries.store(entry);
                    done.add(Drafted.of(row.line(), Drafted.Kind.CREATED, entry));
                } else if (entry.says(row.text())) {
                    done.add(Drafted.of(row.line(), Drafted.Kind.UNCHANGED, entry));
                } else {
                    entry.requireInHandOf(row.period());
                    entry.revise(row.text(), now);
                    changed.add(entry);
                    done.add(new Drafted(row.line(), Drafted.Kind.CHANGED, entry.id(), entry.version() + 1, null));
                }
            } catch (Refusal refusal) {
                done.add(Drafted.refused(row.line(), refusal));
            }
        }
        ledger.record(actor, "progress.drafted", created, Reason.NONE);
        ledger.record(actor, "progress.edited", changed, Reason.NONE);
        entries.letGo();
        return done;
    }

    private Known known(List<DraftRow> rows, Actor actor) {
        Map<UUID, Indicator> promises = byId(
                indicators.readable(
                        rows.stream().map(DraftRow::indicatorId).collect(Collectors.toSet()), actor.scope()),
                Indicator::id);
        Map<String, Unit> workers = byId(
                units.workedIn(
                        rows.stream()
                                .map(DraftRow::unitCode)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()),
                        actor.scope()),
                Unit::code);
        if (actor.scope().unit() != null)
            units.readable(actor.scope().unit(), actor.scope()).ifPresent(own -> workers.put(null, own));
        Map<UUID, Map<String, Period>> calendar = new HashMap<>();
        for (Indicator promise : promises.values())
            calendar.computeIfAbsent(
                    promise.project().programme().id(), id -> byId(periods.ofProgramme(id), Period::code));
        Set<UUID> ids = workers.values().stream().map(Unit::id).collect(Collectors.toSet());
        Map<UUID, Set<UUID>> parts = projects.takingPart(
                promises.values().stream().map(i -> i.project().id()).collect(Collectors.toSet()), ids);
        return new Known(promises, workers, calendar, parts, allocations.units(promises.values()));
    }

    private static <K, T> Map<K, T> byId(Collection<T> all, Function<T, K> key) {
        return all.stream().collect(Collectors.toMap(key, Function.identity(), (one, other) -> one, HashMap::new));
    }

    /** What the register knows of the rows' names. */
    private record Known(
            Map<UUID, Indicator> promises,
            Map<String, Unit> units,
            Map<UUID, Map<String, Period>> calendar,
            Map<UUID, Set<UUID>> parts,
            Map<UUID, List<UUID>> split) {

        /** Null when any of the names is unknown. */
        Place place(DraftRow row) {
            Indicator promise = promises.get(row.indicatorId());
            Unit unit = units.get(row.unitCode());
            Period period = promise == null ? null : period(promise, row);
            return unit == null || period == null ? null : new Place(promise.id(), unit.id(), period.id());
        }

        Place require(DraftRow row, Actor actor, LocalDate today) {
            Indicator promise = promises.get(row.indicatorId());
            if (promise == null)
                throw Refusal.rule("progress.unknown-indicator").at("/indicatorId");
            Unit unit = units.get(row.unitCode());
            if (unit == null || !actor.scope().mayWorkIn(unit.path()))
                throw Refusal.rule("progress.not-your-unit").at("/unitCode");
            boolean part = parts.getOrDefault(promise.project().id(), Set.of()).contains(unit.id())
                    || split.getOrDefault(promise.id(), List.of()).contains(unit.id());
            Period period = period(promise, row);
            Workers.require(promise, unit, part, "/unitCode");
            Reporting.requireBegun(promise, period, "/period", today);
            return new Place(promise.id(), unit.id(), period.id());
        }

        ProgressEntry entry(DraftRow row, Place place, Instant now) {
            Indicator promise = promises.get(place.indicator());
            return new ProgressEntry(
                    null, promise, period(promise, row), units.get(row.unitCode()), row.text(), null, now);
        }

        private Period period(Indicator promise, DraftRow row) {
            return calendar.get(promise.project().programme().id()).get(row.period());
        }
    }
}
