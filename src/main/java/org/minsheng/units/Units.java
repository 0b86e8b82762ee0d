package org.minsheng.units;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.minsheng.access.Scope;
import org.minsheng.db.Folding;
import org.minsheng.http.CursorSeal;
import org.minsheng.http.Keyset;
import org.minsheng.http.Page;
import org.minsheng.http.Paging;
import org.minsheng.http.SortKey;

/** All questions to the tree of units. */
@ApplicationScoped
public class Units {
    private final EntityManager database;
    private final CursorSeal seal;

    Units(EntityManager database, CursorSeal seal) {
        this.database = database;
        this.seal = seal;
    }

    Page<UnitRow> page(UnitFilter filter, Paging paging, Scope scope) {
        return Keyset.of("units", UnitRow.class, "from Unit u", UnitRow.HQL)
                .sorted(
                        "path",
                        "u.id",
                        SortKey.of("path", "u.path", String.class),
                        SortKey.of("name", "u.name", String.class),
                        SortKey.of("code", "u.code", String.class))
                .where("u.path like :reading", "reading", scope.reading())
                .given(filter.type(), "u.type = :type", "type")
                .given(filter.parent(), "u.parentId = :parent", "parent")
                .given(filter.code(), "u.code = :code", "code")
                .given(Folding.like(filter.q()), "u.folded like :q escape '!'", "q")
                .read(database, paging, seal);
    }

    public Optional<Unit> readable(UUID id, Scope scope) {
        return byId(id, scope.reading(), LockModeType.NONE);
    }

    /** Locked, because invariants over siblings are kept by their parent's row. */
    public Optional<Unit> workable(UUID id, Scope scope) {
        return byId(id, scope.working(), LockModeType.PESSIMISTIC_WRITE);
    }

    /** Of the units the caller works in, those with these codes. */
    /** To be named as that of an account or a client; nothing of the unit changes by it. */
    public Optional<Unit> assignable(UUID id, Scope scope) {
        return byId(id, scope.working(), LockModeType.NONE);
    }

    public List<Unit> workedIn(Collection<String> codes, Scope scope) {
        if (codes.isEmpty()) return List.of();
        return database.createQuery("from Unit u where u.code in :codes and u.path like :working", Unit.class)
                .setParameter("codes", codes)
                .setParameter("working", scope.working())
                .getResultList();
    }

    public Optional<Unit> byCode(UUID government, String code) {
        return database.createQuery("from Unit u where u.governmentId = :government and u.code = :code", Unit.class)
                .setParameter("government", government)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    public List<Unit> ofGovernment(UUID government) {
        return database.createQuery("from Unit u where u.governmentId = :government order by u.path", Unit.class)
                .setParameter("government", government)
                .getResultList();
    }

    /** The government that the caller's supervision office manages: the one at exactly this path. */
    public Optional<Unit> governmentOf(Scope scope) {
        return database.createQuery("from Unit u where u.path = :path", Unit.class)
                .setParameter("path", scope.government())
                .getResultStream()
                .findFirst();
    }

    public Optional<Integer> version(UUID id, Scope scope) {
        return database.createQuery(
                        "select u.version from Unit u where u.id = :id and u.path like :reading", Integer.class)
                .setParameter("id", id)
                .setParameter("reading", scope.reading())
                .getResultStream()
                .findFirst();
    }

    public List<UnitRow> rows(List<UUID> ids) {
        if (ids.isEmpty()) return List.of();
        return database.createQuery(
                        "select " + UnitRow.HQL + " from Unit u where u.id in :ids order by u.path", UnitRow.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    public Optional<Unit> known(UUID id) {
        return Optional.ofNullable(database.find(Unit.class, id));
    }

    public List<UnitSpan> history(UUID id) {
        return database.createQuery("""
                        select new org.minsheng.units.UnitSpan(h.name, h.parentId, h.key.validFrom, h.validTo)
                        from UnitHistory h where h.key.unitId = :id order by h.key.validFrom""", UnitSpan.class).setParameter("id", id).getResultList();
    }

    /** The names and places of many units, each oldest first. */
    public Map<UUID, List<UnitSpan>> histories(Collection<UUID> ids) {
        if (ids.isEmpty()) return Map.of();
        Map<UUID, List<UnitSpan>> histories = new HashMap<>();
        for (Object[] row : database.createQuery("""
                        select h.key.unitId, new org.minsheng.units.UnitSpan(h.name, h.parentId, h.key.validFrom, h.validTo)
                        from UnitHistory h where h.key.unitId in :ids order by h.key.validFrom""", Object[].class)
                .setParameter("ids", ids)
                .getResultList())
            histories.computeIfAbsent((UUID) row[0], id -> new ArrayList<>()).add((UnitSpan) row[1]);
        return histories;
    }

    /** A unit of an import or of the demo; the edge has checked the rest. */
    public Unit enter(NewUnit wanted, Unit parent, LocalDate today, Instant now) {
        Unit unit = new Unit(wanted, parent, null, today, now);
        store(unit);
        return unit;
    }

    void store(Unit unit) {
        database.persist(unit);
        database.persist(new UnitHistory(unit, unit.validFrom));
    }

    /** Ends the open span the day before; one that began the same day is replaced. */
    void changed(Unit unit, LocalDate from) {
        UnitHistory open = database.createQuery(
                        "from UnitHistory h where h.key.unitId = :id and h.validTo is null", UnitHistory.class)
                .setParameter("id", unit.id())
                .getSingleResult();
        open.endBefore(from);
        if (open.key.validFrom().equals(from)) open.tell(unit);
        else database.persist(new UnitHistory(unit, from));
    }

    void closed(Unit unit) {
        database.createQuery("update UnitHistory h set h.validTo = :to where h.key.unitId = :id and h.validTo is null")
                .setParameter("to", unit.validTo)
                .setParameter("id", unit.id())
                .executeUpdate();
    }

    /** Carries everything below to the new path, each with its own next version. */
    List<Unit> moved(String oldPath, Unit top, LocalDate from, Instant now) {
        List<Unit> all = database.createQuery(
                        "from Unit u where u.path like :old and u.id <> :top order by u.path", Unit.class)
                .setParameter("old", oldPath + "%")
                .setParameter("top", top.id())
                .getResultList();
        for (Unit unit : all) {
            unit.path = top.path + unit.path.substring(oldPath.length());
            unit.governmentId = unit.isGovernment() ? unit.id() : unit.parent.governmentId;
            unit.touch(now);
        }
        changed(top, from);
        return all;
    }

    /** Only a unit that nothing names can go; the database's foreign keys know. */
    void delete(Unit unit) {
        database.createQuery("delete from UnitHistory h where h.key.unitId = :id")
                .setParameter("id", unit.id())
                .executeUpdate();
        database.remove(unit);
        database.flush();
    }

    private Optional<Unit> byId(UUID id, String within, LockModeType lock) {
        return database.createQuery("from Unit u where u.id = :id and u.path like :within", Unit.class)
                .setParameter("id", id)
                .setParameter("within", within)
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }
}
