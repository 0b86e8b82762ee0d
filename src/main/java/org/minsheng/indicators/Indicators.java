package org.minsheng.indicators;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.minsheng.access.Scope;
import org.minsheng.db.Folding;
import org.minsheng.http.CursorSeal;
import org.minsheng.http.Keyset;
import org.minsheng.http.Language;
import org.minsheng.http.Page;
import org.minsheng.http.Paging;
import org.minsheng.http.SortKey;
import org.minsheng.programmes.Span;

/** All questions to the promises; a page costs one statement. */
@ApplicationScoped
public class Indicators {
    private static final String FROM = "from Indicator i join i.project p join p.programme g join g.government u";
    private static final String READABLE = "u.path like :reading and (:drafts = true or g.status <> DRAFT)";

    private final EntityManager database;
    private final CursorSeal seal;

    Indicators(EntityManager database, CursorSeal seal) {
        this.database = database;
        this.seal = seal;
    }

    public Page<IndicatorView> page(IndicatorFilter filter, Paging paging, Scope scope, Language language) {
        return Keyset.of("indicators", Indicator.class, FROM, "i")
                .sorted(
                        "-year,project,ordinal",
                        "i.id",
                        SortKey.of("year", "g.year", Integer.class),
                        SortKey.of("project", "p.ordinal", Integer.class),
                        SortKey.of("ordinal", "i.ordinal", Integer.class),
                        SortKey.of("name", "i.name", String.class),
                        SortKey.of("dueDate", "i.windowEnd", java.time.LocalDate.class))
                .where(READABLE, "reading", scope.reading(), "drafts", scope.drafts())
                .given(filter.programme(), "g.id = :programme", "programme")
                .given(filter.project(), "p.id = :project", "project")
                .given(filter.measureKind(), "i.kind = :kind", "kind")
                .given(filter.commitment(), "i.commitment = :commitment", "commitment")
                .given(filter.updatedSince(), "i.updatedAt >= :since", "since")
                .given(Folding.like(filter.q()), "i.folded like :q escape '!'", "q")
                .read(database, paging, seal)
                .map(i -> IndicatorView.of(i, language));
    }

    public List<IndicatorView> ofProject(UUID project, Scope scope, Language language) {
        Paging all = new Paging(100_000, null, false, "ordinal", null);
        return page(new IndicatorFilter(null, project, null, null, null, null), all, scope, language)
                .items();
    }

    public Optional<Indicator> readable(UUID id, Scope scope) {
        return database.createQuery("select i " + FROM + " where i.id = :id and " + READABLE, Indicator.class)
                .setParameter("id", id)
                .setParameter("reading", scope.reading())
                .setParameter("drafts", scope.drafts())
                .getResultStream()
                .findFirst();
    }

    public List<Indicator> readable(Collection<UUID> ids, Scope scope) {
        if (ids.isEmpty()) return List.of();
        return database.createQuery(
                        "from Indicator i join fetch i.project p join fetch p.programme g join fetch g.government u"
                                + " where i.id in :ids and " + READABLE,
                        Indicator.class)
                .setParameter("ids", ids)
                .setParameter("reading", scope.reading())
                .setParameter("drafts", scope.drafts())
                .getResultList();
    }

    public Optional<Integer> version(UUID id, Scope scope) {
        return database.createQuery("select i.version " + FROM + " where i.id = :id and " + READABLE, Integer.class)
                .setParameter("id", id)
                .setParameter("reading", scope.reading())
                .setParameter("drafts", scope.drafts())
                .getResultStream()
                .findFirst();
    }

    /** Version of a project and a number that changes with its programme, its indicators and the units it names. */
    public Optional<SheetVersion> sheetVersion(UUID project, Scope scope) {
        return database.createQuery("select " + SheetVersion.HQL + " " + """
                        from Project p join p.programme g join g.government u where p.id = :id and """ + " " + READABLE, SheetVersion.class)
                .setParameter("id", project)
                .setParameter("reading", scope.reading())
                .setParameter("drafts", scope.drafts())
                .getResultStream()
                .findFirst();
    }

    public Optional<Indicator> managed(UUID id, Scope scope) {
        return database.createQuery("""
                        from Indicator i join fetch i.project p join fetch p.programme g join fetch g.government u
                        where i.id = :id and u.path like :government""", Indicator.class)
                .setParameter("id", id)
                .setParameter("government", scope.government())
                .getResultStream()
                .findFirst();
    }

    public List<Span> spans(UUID programme) {
        return database.createQuery("""
                        select new org.minsheng.programmes.Span(i.spanStart, i.spanEnd) from Indicator i
                        where i.project.programme.id = :programme and i.spanStart is not null""", Span.class)
                .setParameter("programme", programme)
                .getResultList();
    }

    List<Indicator> all(UUID programme) {
        return database.createQuery(
                        "from Indicator i join fetch i.project p where p.programme.id = :programme order by i.id",
                        Indicator.class)
                .setParameter("programme", programme)
                .getResultList();
    }

    /** Whether any promise names one of these components. */
    boolean name(Set<UUID> components) {
        return !database.createQuery("select i.id from Indicator i where i.componentId in :components", UUID.class)
                .setParameter("components", components)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    List<String> projectsWithout(UUID programme) {
        return database.createQuery("""
                        select p.name from Project p where p.programme.id = :programme
                          and not exists (select 1 from Indicator i where i.project = p) order by p.ordinal""", String.class)
                .setParameter("programme", programme)
                .getResultList();
    }

    /** Held until the transaction ends, so that two approvals never count past each other. */
    public Indicator held(UUID id) {
        return database.find(Indicator.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    public Optional<Indicator> known(UUID id) {
        return Optional.ofNullable(database.find(Indicator.class, id));
    }

    public void store(Indicator indicator) {
        database.persist(indicator);
    }

    void delete(Indicator indicator) {
        database.remove(indicator);
        database.flush();
    }
}
