package org.minsheng.units;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.minsheng.access.Scope;
import org.minsheng.http.CursorSeal;
import org.minsheng.http.Keyset;
import org.minsheng.http.Page;
import org.minsheng.http.Paging;
import org.minsheng.http.SortKey;

/** All questions to the groups of units. */
@ApplicationScoped
public class UnitGroups {
    private final EntityManager database;
    private final CursorSeal seal;

    UnitGroups(EntityManager database, CursorSeal seal) {
        this.database = database;
        this.seal = seal;
    }

    Page<UnitGroupRow> page(UnitGroupFilter filter, Paging paging, Scope scope) {
        return Keyset.of(
                        "unit-groups",
                        UnitGroupRow.class,
                        "from UnitGroup g join g.government u",
                        "new org.minsheng.units.UnitGroupRow(g.id, u.id, g.code, g.name)")
                .sorted(
                        "code",
                        "g.id",
                        SortKey.of("code", "g.code", String.class),
                        SortKey.of("name", "g.name", String.class))
                .where("u.path like :reading", "reading", scope.reading())
                .given(filter.government(), "u.id = :government", "government")
                .given(filter.code(), "g.code = :code", "code")
                .given(
                        filter.unit(),
                        "exists (select 1 from UnitGroup h join h.members m where h.id = g.id and m.unitId = :unit)",
                        "unit")
                .read(database, paging, seal);
    }

    Optional<Integer> version(UUID id, Scope scope) {
        return database.createQuery(
                        "select g.version from UnitGroup g where g.id = :id and g.government.path like :reading",
                        Integer.class)
                .setParameter("id", id)
                .setParameter("reading", scope.reading())
                .getResultStream()
                .findFirst();
    }

    Optional<UnitGroup> readable(UUID id, Scope scope) {
        return byId(id, scope.reading());
    }

    Optional<UnitGroup> workable(UUID id, Scope scope) {
        return byId(id, scope.working());
    }

    List<UnitGroupView.Member> members(UUID group) {
        return database.createQuery("""
                        select new org.minsheng.units.UnitGroupView$Member(u.id, u.name, m.validFrom, m.validTo)
                        from UnitGroup g join g.members m join Unit u on u.id = m.unitId
                        where g.id = :group order by m.position""", UnitGroupView.Member.class)
                .setParameter("group", group)
                .getResultList();
    }

    /** How many of these units stand inside that government. */
    long inside(UUID government, Set<UUID> units) {
        if (units.isEmpty()) return 0;
        return database.createQuery(
                        "select count(*) from Unit u where u.governmentId = :government and u.id in :units", Long.class)
                .setParameter("government", government)
                .setParameter("units", units)
                .getSingleResult();
    }

    public Optional<UnitGroup> known(UUID id) {
        return Optional.ofNullable(database.find(UnitGroup.class, id));
    }

    public List<UnitGroup> ofGovernment(UUID government) {
        return database.createQuery(
                        "from UnitGroup g where g.government.id = :government order by g.code", UnitGroup.class)
                .setParameter("government", government)
                .getResultList();
    }

    public List<Unit> membersOn(UUID group, LocalDate day) {
        return database.createQuery("""
                        select u from UnitGroup g join g.members m join Unit u on u.id = m.unitId
                        where g.id = :group and m.validFrom <= :day and (m.validTo is null or m.validTo >= :day)
                        order by m.position""", Unit.class)
                .setParameter("group", group)
                .setParameter("day", day)
                .getResultList();
    }

    public void store(UnitGroup group) {
        database.persist(group);
    }

    void delete(UnitGroup group) {
        database.remove(group);
        database.flush();
    }

    private Optional<UnitGroup> byId(UUID id, String within) {
        return database.createQuery(
                        "from UnitGroup g join fetch g.government u where g.id = :id and u.path like :within",
                        UnitGroup.class)
                .setParameter("id", id)
                .setParameter("within", within)
                .getResultStream()
                .findFirst();
    }
}
