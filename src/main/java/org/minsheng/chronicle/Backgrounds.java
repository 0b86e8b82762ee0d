package org.minsheng.chronicle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minsheng.ledger.LedgerEvent;
import org.minsheng.ledger.PersonalValues;
import org.minsheng.ledger.Reader;
import org.minsheng.projects.ProjectDetail;
import org.minsheng.units.Units;

/** What surrounds some changes of a project, in as many statements whatever their number. */
@ApplicationScoped
class Backgrounds {
    /** Of a plan the last plan of its kind, of all else the version before. */
    private static final String BEFORE = """
            select e.id, p from LedgerEvent e join LedgerEvent p on p.subjectType = e.subjectType and p.subjectId = e.subjectId
            where e.id in :events and p.subjectVersion = (select max(q.subjectVersion) from LedgerEvent q
              where q.subjectType = e.subjectType and q.subjectId = e.subjectId and q.subjectVersion < e.subjectVersion
                and (e.action not in ('indicator.allocated', 'indicator.planned') or q.action = e.action))""";

    private static final String NEWEST = """
            e.subjectVersion = (select max(m.subjectVersion) from LedgerEvent m
              where m.subjectType = e.subjectType and m.subjectId = e.subjectId)""";
    private static final String NAMED = """
            from LedgerEvent e where e.programmeId = :programme and e.subjectType in ('project', 'indicator', 'period')
              and (e.projectId is null or e.projectId = :project) and """ + " " + NEWEST;
    private static final String HOLDERS =
            "from LedgerEvent e where e.subjectType in ('progress-entry', 'item') and e.subjectId in :ids and "
                    + NEWEST;

    private final EntityManager database;
    private final PersonalValues personal;
    private final Units units;

    Backgrounds(EntityManager database, PersonalValues personal, Units units) {
        this.database = database;
        this.personal = personal;
        this.units = units;
    }

    /** The changes read, and what surrounds them; of the states before only those that the reader may know. */
    record Read(List<Told> changes, Background background) {}

    Read of(Collection<LedgerEvent> events, ProjectDetail project, Reader reader) {
        Map<Long, LedgerEvent> before = before(events, reader);
        Map<Long, Map<String, String>> values = personal.of(Stream.concat(events.stream(), before.values().stream())
                .map(e -> e.id)
                .collect(Collectors.toSet()));
        List<Told> changes = events.stream().map(e -> told(e, values)).toList();
        Map<Long, Told> previous = new HashMap<>();
        before.forEach((after, event) -> previous.put(after, told(event, values)));
        Background background =
                new Background(previous, known(changes, project), units.histories(unitIds(changes, previous.values())));
        return new Read(changes, background);
    }

    private static Told told(LedgerEvent event, Map<Long, Map<String, String>> values) {
        return Told.of(event, values.getOrDefault(event.id, Map.of()));
    }

    private Map<Long, LedgerEvent> before(Collection<LedgerEvent> events, Reader reader) {
        Map<Long, LedgerEvent> before = new HashMap<>();
        for (Object[] row : database.createQuery(BEFORE, Object[].class)
                .setParameter("events", events.stream().map(e -> e.id).toList())
                .getResultList()) {
            LedgerEvent event = (LedgerEvent) row[1];
            if (reader.mayRead(event.audience, event.unitPath, event.projectId)) before.put((Long) row[0], event);
        }
        return before;
    }

    /** Promises, periods and the project itself; entries and items where a file is evidence of them. */
    private Map<String, Told> known(List<Told> changes, ProjectDetail project) {
        List<LedgerEvent> found = new ArrayList<>(database.createQuery(NAMED, LedgerEvent.class)
                .setParameter("programme", project.programmeId())
                .setParameter("project", project.id())
                .getResultList());
        Set<UUID> holders = changes.stream()
                .filter(c -> c.event().subjectType.equals("evidence"))
                .map(c -> Told.id(c.state(), "/subjectId"))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (!holders.isEmpty())
            found.addAll(database.createQuery(HOLDERS, LedgerEvent.class)
                    .setParameter("ids", holders)
                    .getResultList());
        return found.stream().collect(Collectors.toMap(e -> e.stream, e -> Told.of(e, Map.of())));
    }

    private static Set<UUID> unitIds(Collection<Told> changes, Collection<Told> before) {
        Set<UUID> ids = new HashSet<>();
        Stream.concat(changes.stream(), before.stream()).forEach(told -> {
            ids.add(told.event().actorUnit);
            ids.add(Told.id(told.state(), "/unitId"));
            if (told.state().has("planned")) told.state().path("parts").forEach(p -> ids.add(Told.id(p, "/unitId")));
        });
        ids.remove(null);
        return ids;
    }
}
