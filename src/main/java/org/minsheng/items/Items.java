package org.minsheng.items;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.minsheng.access.Actor;
import org.minsheng.access.Scope;
import org.minsheng.http.CursorSeal;
import org.minsheng.http.Keyset;
import org.minsheng.http.Page;
import org.minsheng.http.Paging;
import org.minsheng.http.SortKey;
import org.minsheng.indicators.Indicator;
import org.minsheng.indicators.KeptBy;
import org.minsheng.projects.WorkingData;

/** All questions to the register of items. What is accepted everybody of the government reads, the rest who works on it. */
@ApplicationScoped
public class Items {
    private static final String FROM = """
            from Item e join fetch e.indicator i join fetch e.unit w join fetch i.project p join fetch p.programme g
              join fetch g.government""";
    private static final String VISIBLE = WorkingData.readable("e.status = ACCEPTED");

    private final EntityManager database;
    private final CursorSeal seal;

    Items(EntityManager database, CursorSeal seal) {
        this.database = database;
        this.seal = seal;
    }

    Page<Item> page(ItemFilter filter, Paging paging, Actor actor) {
        return Keyset.of("items", Item.class, FROM, "e")
                .sorted("-id", "e.id", SortKey.of("id", "e.id", UUID.class), SortKey.of("name", "e.name", String.class))
                .where(
                        VISIBLE,
                        "reading",
                        actor.scope().reading(),
                        "working",
                        actor.scope().working(),
                        "sees",
                        actor.oversees())
                .given(filter.project(), "e.projectId = :project", "project")
                .given(filter.indicator(), "i.id = :indicator", "indicator")
                .given(filter.unit(), "w.id = :unit", "unit")
                .given(filter.status(), "e.status = :status", "status")
                .read(database, paging, seal);
    }

    public Optional<Item> readable(UUID id, Actor actor) {
        return database.createQuery(FROM + " where e.id = :id and " + VISIBLE, Item.class)
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
                        "select e.id from Item e join e.unit w where e.id in :ids and " + VISIBLE, UUID.class)
                .setParameter("ids", ids)
                .setParameter("reading", actor.scope().reading())
                .setParameter("working", actor.scope().working())
                .setParameter("sees", actor.oversees())
                .getResultList();
    }

    /** One of the caller's own unit and below. */
    public Optional<Item> own(UUID id, Scope scope) {
        return database.createQuery(FROM + " where e.id = :id and w.path like :within", Item.class)
                .setParameter("id", id)
                .setParameter("within", scope.working())
                .getResultStream()
                .findFirst();
    }

    /** One on a promise that the caller's unit leads. */
    Optional<Item> reviewed(UUID id, Scope scope) {
        return database.createQuery(FROM + " where e.id = :id and " + WorkingData.DECIDED, Item.class)
                .setParameter("id", id)
                .setParameter("reading", scope.reading())
                .setParameter("working", scope.working())
                .getResultStream()
                .findFirst();
    }

    /** Another item that is the same thing and is not rejected. */
    Optional<Item> same(Item item) {
        return database.createQuery(FROM + " where e.identity = :identity and e.id <> :id", Item.class)
                .setParameter("identity", item.identity)
                .setParameter("id", item.id())
                .getResultStream()
                .findFirst();
    }

    /** What a unit's accepted items on a promise come to by the end of a day. */
    public BigDecimal accepted(Indicator indicator, UUID unit, LocalDate day) {
        String value = indicator.keptBy() == KeptBy.MEASURE ? "sum(e.measure)" : "cast(count(e) as bigdecimal)";
        BigDecimal sum = database.createQuery("select " + value + """
                         from Item e where e.indicator = :indicator and e.unit.id = :unit
                          and e.status = ACCEPTED and e.finishedOn <= :day""", BigDecimal.class)
                .setParameter("indicator", indicator)
                .setParameter("unit", unit)
                .setParameter("day", day)
                .getSingleResult();
        return sum == null ? BigDecimal.ZERO : sum;
    }

    Optional<Item> known(UUID id) {
        return Optional.ofNullable(database.find(Item.class, id));
    }

    void store(Item item) {
        database.persist(item);
    }

    void delete(Item item) {
        database.remove(item);
        database.flush();
    }
}
