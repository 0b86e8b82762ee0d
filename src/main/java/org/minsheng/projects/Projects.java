package org.minsheng.projects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
import org.minsheng.ledger.Personal;

/** All questions to the projects; a page costs two statements, a project three, whatever their number. */
@ApplicationScoped
public class Projects {
    private static final String FROM = "from Project p join p.programme g join g.government u";
    private static final String READABLE = "u.path like :reading and (:drafts = true or g.status <> DRAFT)";
    private static final String WITH_UNIT =
            "exists (select 1 from Project p2 join p2.parts r where p2.id = p.id and r.unitId = :%s%s)";
    private static final String WITH_UNIT_NAMED = """
            exists (select 1 from Project p2 join p2.parts r left join Unit w on w.id = r.unitId
              where p2.id = p.id and (r.name = :%1$s or w.code = :%1$s)%2$s)""";

    private static final String NAMED =
            "select p.id, r.unitId from Project p join p.parts r where p.id in :projects and r.unitId in :units";
    private static final String COUNTED_IN =
            "select p.id, m.unitId from Project p join p.groupMembers m where p.id in :projects and m.unitId in :units";

    private final EntityManager database;
    private final CursorSeal seal;

    Projects(EntityManager database, CursorSeal seal) {
        this.database = database;
        this.seal = seal;
    }

    public Page<ProjectRow> page(ProjectFilter filter, Paging paging, Scope scope, Language language) {
        Page<ProjectDetail> page = Keyset.of("projects", ProjectDetail.class, FROM, ProjectDetail.HQL)
                .sorted(
                        "-year,ordinal",
                        "p.id",
                        SortKey.of("year", "g.year", Integer.class),
                        SortKey.of("ordinal", "p.ordinal", Integer.class),
                        SortKey.of("name", "p.name", String.class),
                        SortKey.of("updatedAt", "p.updatedAt", java.time.Instant.class))
                .where(READABLE, "reading", scope.reading(), "drafts", scope.drafts())
                .given(filter.programme(), "g.id = :programme", "programme")
                .given(filter.year(), "g.year = :year", "year")
                .given(filter.status(), "p.status = :status", "status")
                .given(filter.leadUnitId(), WITH_UNIT.formatted("lead", " and r.role = LEAD"), "lead")
                .given(filter.leadUnitName(), WITH_UNIT_NAMED.formatted("lead", " and r.role = LEAD"), "lead")
                .given(filter.unitId(), WITH_UNIT.formatted("unit", ""), "unit")
                .given(filter.unitName(), WITH_UNIT_NAMED.formatted("unit", ""), "unit")
                .given(filter.updatedSince(), "p.updatedAt >= :since", "since")
                .given(Folding.like(filter.q()), "p.folded like :q escape '!'", "q")
                .read(database, paging, seal);
        Map<UUID, List<Part>> parts =
                parts(page.items().stream().map(ProjectDetail::id).toList());
        return page.map(p -> ProjectRow.of(p, parts.getOrDefault(p.id(), List.of()), language));
    }

    /** Never cut off: programmes are tables that somebody printed. */
    public List<ProjectRow> ofProgramme(UUID programme, Scope scope, Language language) {
        Paging all = new Paging(100_000, null, false, "ordinal", null);
        return page(new ProjectFilter(programme, null, null, null, null, null, null), all, scope, language)
                .items();
    }

    /** A number that changes with any project of the programme: sums notice what is gone, instants what came instead. */
    long versionsOf(UUID programme) {
        Object[] row = database.createQuery(
                        "select sum(p.version + 1), max(p.updatedAt) from Project p where p.programme.id = :programme",
                        Object[].class)
                .setParameter("programme", programme)
                .getSingleResult();
        return Integer.toUnsignedLong(Arrays.hashCode(row));
    }

    public Optional<ProjectRow> row(UUID id, Scope scope, Language language) {
        return detail(id, scope).map(p -> ProjectRow.of(p, parts(List.of(id)).getOrDefault(id, List.of()), language));
    }

    public Optional<ProjectDetail> detail(UUID id, Scope scope) {
        return database.createQuery(
                        "select " + ProjectDetail.HQL + " " + FROM + " where p.id = :id and " + READABLE,
                        ProjectDetail.class)
                .setParameter("id", id)
                .setParameter("reading", scope.reading())
                .setParameter("drafts", scope.drafts())
                .getResultStream()
                .findFirst();
    }

    public Optional<ProjectView> view(UUID id, org.minsheng.access.Actor actor) {
        List<Object[]> found = database.createQuery(
                        "select " + ProjectDetail.HQL
                                + ", new org.minsheng.projects.ProjectPeople(p.contactPerson, p.leaderInCharge) " + FROM
                                + " where p.id = :id and " + READABLE,
                        Object[].class)
                .setParameter("id", id)
                .setParameter("reading", actor.scope().reading())
                .setParameter("drafts", actor.scope().drafts())
                .getResultList();
        if (found.isEmpty()) return Optional.empty();
        List<Component> components = database.createQuery(
                        "select c from Project p join p.components c where p.id = :id", Component.class)
                .setParameter("id", id)
                .getResultList();
        Object[] row = found.get(0);
        List<Part> parts = parts(List.of(id)).getOrDefault(id, List.of());
        ProjectPeople people = (ProjectPeople) row[1];
        return Optional.of(ProjectView.of(
                new ProjectState(
                        (ProjectDetail) row[0],
                        parts,
                        components,
                        List.of(),
                        Personal.of(people.contactPerson()),
                        Personal.of(people.leaderInCharge())),
                actor));
    }

    /** One of the caller's own government, for change. */
    public Optional<Project> managed(UUID id, Scope scope) {
        return database.createQuery("""
                        from Project p join fetch p.programme g join fetch g.government u
                        where p.id = :id and u.path like :government""", Project.class)
                .setParameter("id", id)
                .setParameter("government", scope.government())
                .getResultStream()
                .findFirst();
    }

    /** One the caller's own government manages, or their unit leads; a unit leads with everything below it. */
    public Optional<Project> led(UUID id, Scope scope, boolean managing) {
        if (managing) return managed(id, scope);
        return database.createQuery("""
                        from Project p join fetch p.programme g join fetch g.government u
                        where p.id = :id and u.path like :reading and g.status <> DRAFT
                          and exists (select 1 from Project q join q.parts r join Unit w on w.id = r.unitId
                            where q.id = p.id and r.role = LEAD and w.path like :working)""", Project.class)
                .setParameter("id", id)
                .setParameter("reading", scope.reading())
                .setParameter("working", scope.working())
                .getResultStream()
                .findFirst();
    }

    /** Of these projects, those that the caller's unit leads. */
    public Set<UUID> led(Collection<UUID> projects, Scope scope) {
        if (projects.isEmpty()) return Set.of();
        return new HashSet<>(database.createQuery("""
                        select p.id from Project p join p.parts r join Unit l on l.id = r.unitId
                        where p.id in :projects and r.role = LEAD and l.path like :working""", UUID.class)
                .setParameter("projects", projects)
                .setParameter("working", scope.working())
                .getResultList());
    }

    public Set<UUID> led(Scope scope) {
        return new HashSet<>(database.createQuery("""
                        select p.id from Project p join p.parts r join Unit l on l.id = r.unitId
                        where r.role = LEAD and l.path like :working""", UUID.class)
                .setParameter("working", scope.working())
                .getResultList());
    }

    /** The paths of the units that lead these projects. */
    public Map<UUID, Set<String>> leads(Collection<UUID> projects) {
        Map<UUID, Set<String>> leads = new HashMap<>();
        if (projects.isEmpty()) return leads;
        for (Object[] row : database.createQuery("""
                        select p.id, l.path from Project p join p.parts r join Unit l on l.id = r.unitId
                        where p.id in :projects and r.role = LEAD""", Object[].class)
                .setParameter("projects", projects)
                .getResultList())
            leads.computeIfAbsent((UUID) row[0], id -> new HashSet<>()).add((String) row[1]);
        return leads;
    }

    /** Whether a unit has a part in a project: named in it, or counted in by one of its groups. */
    public boolean takesPart(UUID unit, UUID project) {
        return !database.createQuery("""
                        select p.id from Project p where p.id = :project
                          and (exists (select 1 from Project q join q.parts r where q = p and r.unitId = :unit)
                            or exists (select 1 from Project q join q.groupMembers m where q = p and m.unitId = :unit))""", UUID.class)
                .setParameter("project", project)
                .setParameter("unit", unit)
                .getResultList()
                .isEmpty();
    }

    /** Of these projects and units: which take part in which, as {@link #takesPart} says of one. */
    public Map<UUID, Set<UUID>> takingPart(Collection<UUID> projects, Collection<UUID> units) {
        Map<UUID, Set<UUID>> parts = new HashMap<>();
        if (projects.isEmpty() || units.isEmpty()) return parts;
        for (String question : List.of(NAMED, COUNTED_IN))
            for (Object[] row : database.createQuery(question, Object[].class)
                    .setParameter("projects", projects)
                    .setParameter("units", units)
                    .getResultList())
                parts.computeIfAbsent((UUID) row[0], id -> new HashSet<>()).add((UUID) row[1]);
        return parts;
    }

    public List<Project> all(UUID programme) {
        return database.createQuery(
                        "from Project p where p.programme.id = :programme order by p.ordinal", Project.class)
                .setParameter("programme", programme)
                .getResultList();
    }

    public Optional<Project> known(UUID id) {
        return Optional.ofNullable(database.find(Project.class, id));
    }

    public void store(Project project) {
        database.persist(project);
    }

    void delete(Project project) {
        database.remove(project);
        database.flush();
    }

    private Map<UUID, List<Part>> parts(List<UUID> projects) {
        if (projects.isEmpty()) return Map.of();
        Map<UUID, List<Part>> parts = new HashMap<>();
        for (Object[] row : database.createQuery(
                        "select p.id, r from Project p join p.parts r where p.id in :projects", Object[].class)
                .setParameter("projects", projects)
                .getResultList())
            parts.computeIfAbsent((UUID) row[0], id -> new ArrayList<>()).add((Part) row[1]);
        return parts;
    }
}
