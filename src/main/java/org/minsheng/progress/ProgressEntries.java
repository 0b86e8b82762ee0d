package org.minsheng.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.minsheng.access.Actor;
import org.minsheng.access.Scope;
import org.minsheng.db.Ids;
import org.minsheng.http.CursorSeal;
import org.minsheng.http.Keyset;
import org.minsheng.http.Page;
import org.minsheng.http.Paging;
import org.minsheng.http.SortKey;
import org.minsheng.projects.WorkingData;

/**
 * All questions to the progress entries. What is approved everybody of the government reads; the rest is working data of
 * the unit that wrote it, of the units that lead the project, and of supervision office and leader.
 */
@ApplicationScoped
public class ProgressEntries {
    private static final String FROM =
            "from ProgressEntry e join fetch e.indicator i join fetch e.period d join fetch e.unit w";
    private static final String LINES = FROM.replace("join fetch", "join");
    private static final String VISIBLE = WorkingData.readable("e.status in (APPROVED, SUPERSEDED)");
    private static final String MINE = FROM + " where e.id = :id and w.path like :within";

    private final EntityManager database;
    private final CursorSeal seal;

    ProgressEntries(EntityManager database, CursorSeal seal) {
        this.database = database;
        this.seal = seal;
    }

    Page<ProgressEntry> page(ProgressEntryFilter filter, Paging paging, Actor actor) {
        return wanted(Keyset.of("progress-entries", ProgressEntry.class, FROM, "e"), filter, actor)
                .read(database, paging, seal);
    }

    /** All of them, read some thousand at a time while they are asked for. */
    public Iterable<EntryLine> lines(ProgressEntryFilter filter, Actor actor) {
        return wanted(Keyset.of("progress-lines", EntryLine.class, LINES, EntryLine.HQL), filter, actor)
                .all(database, seal);
    }

    private static <R> Keyset<R> wanted(Keyset<R> keyset, ProgressEntryFilter filter, Actor actor) {
        return keyset.walking(filter.namesSomething())
                .sorted(
                        "-period",
                        "e.id",
                        SortKey.of("period", "e.periodStart", LocalDate.class),
                        SortKey.of("updatedAt", "e.updatedAt", Instant.class))
                .where(
                        VISIBLE,
                        "reading",
                        actor.scope().reading(),
                        "working",
                        actor.scope().working(),
                        "sees",
                        actor.oversees())
                .given(filter.programme(), "e.programmeId = :programme", "programme")
                .given(filter.project(), "e.projectId = :project", "project")
                .given(filter.indicator(), "i.id = :indicator", "indicator")
                .given(filter.unit(), "w.id = :unit", "unit")
                .given(filter.period(), "d.code = :period", "period")
                .given(filter.status(), "e.status = :status", "status")
                .given(filter.updatedSince(), "e.updatedAt >= :since", "since");
    }

    public Optional<ProgressEntry> readable(UUID id, Actor actor) {
        return database.createQuery(FROM + " where e.id = :id and " + VISIBLE, ProgressEntry.class)
                .setParameter("id", id)
                .setParameter("reading", actor.scope().reading())
                .setParameter("working", actor.scope().working())
                .setParameter("sees", actor.oversees())
                .getResultStream()
                .findFirst();
    }

    /** Those of these that the caller may read. */
    public List<UUID> readable(Collection<UUID> ids, Actor actor) {
        return database.createQuery(
                        "select e.id from ProgressEntry e join e.unit w where e.id in :ids and " + VISIBLE, UUID.class)
                .setParameter("ids", ids)
                .setParameter("reading", actor.scope().reading())
                .setParameter("working", actor.scope().working())
                .setParameter("sees", actor.oversees())
                .getResultList();
    }

    Optional<Integer> version(UUID id, Actor actor) {
        return database.createQuery(
                        "select e.version from ProgressEntry e join e.unit w where e.id = :id and " + VISIBLE,
                        Integer.class)
                .setParameter("id", id)
                .setParameter("reading", actor.scope().reading())
                .setParameter("working", actor.scope().working())
                .setParameter("sees", actor.oversees())
                .getResultStream()
                .findFirst();
    }

    /** One of the caller's own unit and below. */
    public Optional<ProgressEntry> own(UUID id, Scope scope) {
        return database.createQuery(MINE, ProgressEntry.class)
                .setParameter("id", id)
                .setParameter("within", scope.working())
                .getResultStream()
                .findFirst();
    }

    /** One that a reviewer of the caller's unit decides: on a promise it leads, by its component where that has a lead. */
    Optional<ProgressEntry> reviewed(UUID id, Scope scope) {
        return database.createQuery(FROM + " where e.id = :id and " + WorkingData.DECIDED, ProgressEntry.class)
                .setParameter("id", id)
                .setParameter("reading", scope.reading())
                .setParameter("working", scope.working())
                .getResultStream()
                .findFirst();
    }

    /** Of these entries, those with a correction on its way; it is looked for in the one place where it can be. */
    Set<UUID> beingCorrected(Collection<UUID> entries) {
        if (entries.isEmpty()) return Set.of();
        return new HashSet<>(database.createQuery("""
                        select e.id from ProgressEntry e join ProgressEntry c
                          on c.indicator = e.indicator and c.unit = e.unit and c.period = e.period and c.place = 2
                        where e.id in :entries and c.supersedesId = e.id""", UUID.class)
                .setParameter("entries", entries)
                .getResultList());
    }

    boolean isTaken(UUID indicator, UUID unit, UUID period) {
        return !database.createQuery("""
                        select e.id from ProgressEntry e
                        where e.indicator.id = :indicator and e.unit.id = :unit and e.period.id = :period and e.place = 1""", UUID.class)
                .setParameter("indicator", indicator)
                .setParameter("unit", unit)
                .setParameter("period", period)
                .getResultList()
                .isEmpty();
    }

    /** The live entries in these places, found by their unique key. */
    Map<BulkDrafting.Place, ProgressEntry> live(Collection<BulkDrafting.Place> places) {
        if (places.isEmpty()) return Map.of();
        List<byte[]> ids = new ArrayList<>();
        StringJoiner wanted = new StringJoiner(",", "[", "]");
        for (BulkDrafting.Place place : places)
            wanted.add("[\"%s\",\"%s\",\"%s\"]"
                    .formatted(Ids.hex(place.indicator()), Ids.hex(place.unit()), Ids.hex(place.period())));
        for (Object id : database.createNativeQuery("""
                        select e.id from json_table(?1, '$[*]' columns (i char(32) path '$[0]', u char(32) path '$[1]',
                            p char(32) path '$[2]')) w
                          straight_join progress_entry e on e.indicator_id = unhex(w.i) and e.unit_id = unhex(w.u)
                            and e.period_id = unhex(w.p) and e.place = 1""")
                .setParameter(1, wanted.toString())
                .getResultList()) ids.add((byte[]) id);
        if (ids.isEmpty()) return Map.of();
        return database.createQuery(FROM + " where e.id in :ids", ProgressEntry.class)
                .setParameter("ids", ids.stream().map(Ids::of).toList())
                .getResultStream()
                .collect(Collectors.toMap(
                        e -> new BulkDrafting.Place(e.indicator.id(), e.unit.id(), e.period.id()),
                        Function.identity()));
    }

    /** The unit's approved amounts before a period, oldest first. */
    List<BigDecimal> amountsBefore(ProgressEntry entry) {
        return database.createQuery("""
                        select e.amount from ProgressEntry e
                        where e.indicator = :indicator and e.unit = :unit and e.periodStart < :start and e.status = APPROVED
                          and e.amount is not null order by e.periodStart""", BigDecimal.class)
                .setParameter("indicator", entry.indicator)
                .setParameter("unit", entry.unit)
                .setParameter("start", entry.periodStart)
                .getResultList();
    }

    /** Everything that was decided on these promises, for the rules: what is still at work moves no status. */
    public List<ReportRow> reported(Collection<UUID> indicators) {
        return database.createQuery("select " + ReportRow.HQL + """
                         from ProgressEntry e join e.indicator i join e.period d
                        where i.id in :indicators and e.status in (APPROVED, SUPERSEDED)
                        order by e.periodStart, e.id""", ReportRow.class)
                .setParameter("indicators", indicators)
                .getResultList();
    }

    Optional<ProgressEntry> known(UUID id) {
        return Optional.ofNullable(database.find(ProgressEntry.class, id));
    }

    void store(ProgressEntry entry) {
        database.persist(entry);
    }

    void delete(ProgressEntry entry) {
        database.remove(entry);
        database.flush();
    }

    /** Changes that were not flushed never happen. */
    void forget(ProgressEntry entry) {
        database.detach(entry);
    }

    /** Written and forgotten, so that many thousand entries take the room of some hundred. */
    void letGo() {
        database.flush();
        database.clear();
    }

    void flush() {
        database.flush();
    }
}
