package org.minsheng.units;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.minsheng.access.Scope;

/** All questions to the tree of units. */
@ApplicationScoped
public class Units {
    private final EntityManager database;

    Units(EntityManager database) {
        this.database = database;
    }

    public Optional<Unit> readable(UUID id, Scope scope) {
        return byId(id, scope.reading(), LockModeType.NONE);
    }

    /** Locked, because invariants over siblings are kept by their parent's row. */
    public Optional<Unit> workable(UUID id, Scope scope) {
        return byId(id, scope.working(), LockModeType.PESSIMISTIC_WRITE);
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
        return database.createQuery("""
                        select new org.minsheng.units.UnitRow(u.id, u.parent.id, u.code, u.type, u.name, u.validFrom, u.validTo)
                        from Unit u where u.id in :ids order by u.path""", UnitRow.class).setParameter("ids", ids).getResultList();
    }

    public Optional<Unit> known(UUID id) {
        return Optional.ofNullable(database.find(Unit.class, id));
    }

    public List<UnitNameView> names(UUID id) {
        return database.createQuery("""
                        select new org.minsheng.units.UnitNameView(h.name, h.key.validFrom, h.validTo) from UnitHistory h
                        where h.key.unitId = :id order by h.key.validFrom""", UnitNameView.class)
                .setParameter("id", id)
                .getResultList();
    }

    /** The unit's name on a day, so that what was written then keeps it. */
    public String nameOn(Unit unit, LocalDate day) {
        return names(unit.id()).stream()
                .filter(n -> !n.validFrom().isAfter(day)
                        && (n.validTo() == null || !n.validTo().isBefore(day)))
                .map(UnitNameView::name)
                .findFirst()
                .orElse(unit.name);
    }

    /** A unit of an import or of the demo; the edge has checked the rest. */
    public Unit enter(NewUnit wanted, Unit parent, LocalDate today, Instant now) {
        Unit unit = new Unit(wanted, parent, null, today, now);
        store(unit);
        return unit;
    }

    void store(Unit unit) {
        database.persist(unit);
        database.persist(new UnitHistory(unit.id(), unit.validFrom, unit.name));
    }

    /** Ends the open name the day before; a name that began the same day is replaced. */
    void renamed(Unit unit, LocalDate from) {
        UnitHistory open = database.createQuery(
                        "from UnitHistory h where h.key.unitId = :id and h.validTo is null", UnitHistory.class)
                .setParameter("id", unit.id())
                .getSingleResult();
        open.endBefore(from);
        if (open.key.validFrom().equals(from)) open.name = unit.name;
        else database.persist(new UnitHistory(unit.id(), from, unit.name));
    }

    /** Carries everything below to the new path, each with its own next version. */
    List<Unit> moved(String oldPath, Unit top, Instant now) {
        List<Unit> below = database.createQuery(
                        "from Unit u where u.path like :old and u.id <> :top order by u.path", Unit.class)
                .setParameter("old", oldPath + "%")
                .setParameter("top", top.id())
                .getResultList();
        for (Unit unit : below) {
            unit.path = top.path + unit.path.substring(oldPath.length());
            unit.governmentId = unit.isGovernment() ? unit.id() : unit.parent.governmentId;
            unit.touch(now);
        }
        return below;
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
