package org.minsheng.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.minsheng.access.Scope;
import org.minsheng.db.Folding;
import org.minsheng.http.CursorSeal;
import org.minsheng.http.Keyset;
import org.minsheng.http.Page;
import org.minsheng.http.Paging;
import org.minsheng.http.SortKey;

/** All questions to the yearly lists. Drafts exist only for those who may see drafts. */
@ApplicationScoped
public class Programmes {
    private static final String READABLE = """
            from Programme p join fetch p.government g
            where p.id = :id and g.path like :reading and (:drafts = true or p.status <> DRAFT)""";
    private static final String MANAGED =
            "from Programme p join fetch p.government g where p.id = :id and g.path like :government";

    private final EntityManager database;
    private final CursorSeal seal;

    Programmes(EntityManager database, CursorSeal seal) {
        this.database = database;
        this.seal = seal;
    }

    public Optional<Programme> readable(UUID id, Scope scope) {
        return database.createQuery(READABLE, Programme.class)
                .setParameter("id", id)
                .setParameter("reading", scope.reading())
                .setParameter("drafts", scope.drafts())
                .getResultStream()
                .findFirst();
    }

    /** One of the caller's own government, locked: publication and parts never cross. */
    public Optional<Programme> managed(UUID id, Scope scope) {
        Optional<Programme> found = database.createQuery(MANAGED, Programme.class)
                .setParameter("id", id)
                .setParameter("government", scope.government())
                .getResultStream()
                .findFirst();
        found.ifPresent(p -> database.refresh(p, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    Page<ProgrammeRow> page(ProgrammeFilter filter, Paging paging, Scope scope) {
        return Keyset.of("programmes", ProgrammeRow.class, "from Programme p join p.government g", ProgrammeRow.HQL)
                .sorted(
                        "-year",
                        "p.id",
                        SortKey.of("year", "p.year", Integer.class),
                        SortKey.of("title", "p.title", String.class))
                .where("g.path like :reading", "reading", scope.reading())
                .where("(:drafts = true or p.status <> DRAFT)", "drafts", scope.drafts())
                .given(filter.year(), "p.year = :year", "year")
                .given(filter.government(), "g.id = :government", "government")
                .given(filter.status(), "p.status = :status", "status")
                .given(Folding.like(filter.q()), "p.folded like :q escape '!'", "q")
                .read(database, paging, seal);
    }

    public Optional<Integer> version(UUID id, Scope scope) {
        return database.createQuery("""
                        select p.version from Programme p
                        where p.id = :id and p.government.path like :reading and (:drafts = true or p.status <> DRAFT)""", Integer.class)
                .setParameter("id", id)
                .setParameter("reading", scope.reading())
                .setParameter("drafts", scope.drafts())
                .getResultStream()
                .findFirst();
    }

    public Optional<Programme> known(UUID id) {
        return Optional.ofNullable(database.find(Programme.class, id));
    }

    public boolean exists(UUID government, int year) {
        return !database.createQuery(
                        "select p.id from Programme p where p.government.id = :government and p.year = :year",
                        UUID.class)
                .setParameter("government", government)
                .setParameter("year", year)
                .getResultList()
                .isEmpty();
    }

    public List<ChangeOrderView> changeOrders(UUID programme, UUID subject) {
        return database.createQuery("""
                        from ChangeOrder o join fetch o.programme
                        where o.programme.id = :programme and (:subject is null or o.subjectId = :subject) order by o.id""", ChangeOrder.class)
                .setParameter("programme", programme)
                .setParameter("subject", subject)
                .setMaxResults(1000)
                .getResultStream()
                .map(ChangeOrderView::of)
                .toList();
    }

    /** Every order of a programme, by the day from which it holds. */
    public List<Ordered> orders(UUID programme) {
        return database.createQuery(
                        "select " + Ordered.HQL
                                + " from ChangeOrder o where o.programme.id = :programme order by o.effectiveOn, o.id",
                        Ordered.class)
                .setParameter("programme", programme)
                .getResultList();
    }

    public Optional<SourceDocument> source(UUID programme) {
        return database.createQuery("from SourceDocument d where d.programme.id = :programme", SourceDocument.class)
                .setParameter("programme", programme)
                .getResultStream()
                .findFirst();
    }

    public void store(Object part) {
        database.persist(part);
    }

    void delete(Object part) {
        database.remove(part);
        database.flush();
    }
}
