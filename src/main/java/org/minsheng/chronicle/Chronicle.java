package org.minsheng.chronicle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.minsheng.access.Actor;
import org.minsheng.http.CursorSeal;
import org.minsheng.http.Keyset;
import org.minsheng.http.Page;
import org.minsheng.http.Paging;
import org.minsheng.http.SortKey;
import org.minsheng.ledger.LedgerPlace;
import org.minsheng.ledger.Reader;
import org.minsheng.projects.ProjectDetail;
import org.minsheng.projects.Projects;

/** Reads a project's story from the log: its own events and those of its programme that concern every project. */
@ApplicationScoped
class Chronicle {
    private static final int AT_ONCE = 500;
    private static final String FROM = "from LedgerPlace s join fetch s.event e";

    /** The kinds are named so that an index finds the few events of the programme itself. */
    private static final String ITS_OWN = """
            (e.projectId = :project or e.programmeId = :programme and e.projectId is null and e.subjectType in
              ('programme', 'source-document', 'period', 'period-extension', 'status-limits'))""";

    // canonical JSON has one way to write a field, and no text of a person can contain it unescaped
    private static final String ABOUT = """
            (e.subjectId = :indicator or e.body like :ofIndicator or e.subjectType in ('evidence', 'change-order')
              and substring(e.body, locate('"subjectId":"', e.body) + 13, 36) in :subjects)""";
    private static final String HOLDERS = """
            select distinct e.subjectId from LedgerEvent e
            where e.projectId = :project and e.subjectType in ('progress-entry', 'item') and e.body like :ofIndicator""";

    private final EntityManager database;
    private final CursorSeal seal;
    private final Projects projects;
    private final Backgrounds backgrounds;

    Chronicle(EntityManager database, CursorSeal seal, Projects projects, Backgrounds backgrounds) {
        this.database = database;
        this.seal = seal;
        this.projects = projects;
        this.backgrounds = backgrounds;
    }

    Page<ChronicleLine> page(ProjectDetail project, ChronicleFilter filter, Paging paging, Actor actor) {
        Reader reader = reader(project, actor);
        Page<LedgerPlace> page = places(project, filter, reader).read(database, paging, seal);
        return new Page<>(told(page.items(), project, reader), page.page());
    }

    /** The whole of it, read some hundred at a time. */
    List<ChronicleLine> whole(ProjectDetail project, ChronicleFilter filter, String sort, Actor actor) {
        Reader reader = reader(project, actor);
        Keyset<LedgerPlace> places = places(project, filter, reader);
        List<ChronicleLine> lines = new ArrayList<>();
        String next = null;
        do {
            Page<LedgerPlace> page = places.read(database, new Paging(AT_ONCE, next, false, sort, null), seal);
            lines.addAll(told(page.items(), project, reader));
            next = page.page().next();
            database.clear();
        } while (next != null);
        return lines;
    }

    private List<ChronicleLine> told(List<LedgerPlace> places, ProjectDetail project, Reader reader) {
        if (places.isEmpty()) return List.of();
        Backgrounds.Read read = backgrounds.of(places.stream().map(p -> p.event).toList(), project, reader);
        Telling telling = new Telling(new Words(reader.actor().language()), read.background());
        List<ChronicleLine> lines = new ArrayList<>();
        for (int i = 0; i < places.size(); i++)
            lines.add(telling.line(places.get(i).index, read.changes().get(i)));
        return lines;
    }

    private Keyset<LedgerPlace> places(ProjectDetail project, ChronicleFilter filter, Reader reader) {
        Keyset<LedgerPlace> places = Keyset.of("chronicle", LedgerPlace.class, FROM, "s")
                .sorted("at", SortKey.of("at", "s.index", Long.class))
                .where(ITS_OWN, "project", project.id(), "programme", project.programmeId())
                .where("e.action in :actions", "actions", Phase.actions(filter.phase()))
                .where(Reader.VISIBLE)
                .given(filter.from(), "e.occurredAt >= :from", "from")
                .given(filter.to(), "e.occurredAt < :to", "to");
        reader.parameters().forEach(places::with);
        if (filter.indicator() != null)
            places.where(
                    ABOUT,
                    "indicator",
                    filter.indicator(),
                    "ofIndicator",
                    naming("indicatorId", filter.indicator()),
                    "subjects",
                    subjects(project, filter.indicator()));
        if (filter.unit() != null)
            places.where(
                    "(e.actorUnit = :unit or e.body like :ofUnit)",
                    "unit",
                    filter.unit(),
                    "ofUnit",
                    naming("unitId", filter.unit()));
        return places;
    }

    /** The promise, its entries and its items, in the form that bodies name them. */
    private List<String> subjects(ProjectDetail project, UUID indicator) {
        List<String> subjects = new ArrayList<>(List.of(indicator.toString()));
        database.createQuery(HOLDERS, UUID.class)
                .setParameter("project", project.id())
                .setParameter("ofIndicator", naming("indicatorId", indicator))
                .getResultStream()
                .map(UUID::toString)
                .sorted()
                .forEach(subjects::add);
        return subjects;
    }

    private static String naming(String field, UUID id) {
        return "%\"" + field + "\":\"" + id + "\"%";
    }

    private Reader reader(ProjectDetail project, Actor actor) {
        return new Reader(actor, projects.led(List.of(project.id()), actor.scope()));
    }
}
