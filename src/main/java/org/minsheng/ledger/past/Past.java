package org.minsheng.ledger.past;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.minsheng.access.Scope;
import org.minsheng.db.Ids;

/** All questions to what was recorded until an instant; each is one statement over an index of the ledger. */
@ApplicationScoped
public class Past {
    /** The order within a subject is its version; the clock only says what had been recorded by then. */
    private static final String NEWEST = "select " + Remembered.HQL + """
             from LedgerEvent e where %s and e.occurredAt <= :at and not exists (select 1 from LedgerEvent n
               where n.subjectType = e.subjectType and n.subjectId = e.subjectId
                 and n.subjectVersion > e.subjectVersion and n.occurredAt <= :at)""";

    private final EntityManager database;

    Past(EntityManager database) {
        this.database = database;
    }

    /** With its personal values, where they are still there. */
    public Optional<Remembered> one(String type, UUID id, Instant at) {
        return of(List.of(type), List.of(id), at).find(type, id).map(r -> revealed(List.of(r))
                .get(0));
    }

    public Memory of(Collection<String> types, Collection<UUID> ids, Instant at) {
        if (ids.isEmpty()) return Memory.EMPTY;
        return newest("e.subjectType in :types and e.subjectId in :ids", Map.of("types", types, "ids", ids), at);
    }

    public Memory ofProject(UUID project, Instant at, String... types) {
        return newest(
                "e.projectId = :project and e.subjectType in :types",
                Map.of("project", project, "types", List.of(types)),
                at);
    }

    public Memory ofProgramme(UUID programme, Instant at, String... types) {
        return newest(
                "e.programmeId = :programme and e.subjectType in :types",
                Map.of("programme", programme, "types", List.of(types)),
                at);
    }

    /** Of a project, what began with an action; few do, so few bodies are read. */
    public Memory begun(UUID project, String type, String action, Instant at) {
        return newest("""
                        e.subjectType = :type and e.subjectId in (select b.subjectId from LedgerEvent b
                          where b.projectId = :project and b.subjectType = :type and b.action = :action)""", Map.of("project", project, "type", type, "action", action), at);
    }

    /** Everything of these kinds in the caller's part of the tree. */
    public Memory everything(Scope scope, Instant at, String... types) {
        return newest(
                "e.subjectType in :types and e.unitPath like :reading",
                Map.of("types", List.of(types), "reading", scope.reading()),
                at);
    }

    /**
     * Of a programme, what changed between two instants, as it was at one of them; with personal values.
     *
     * @param project only what belongs to it, where it is not null
     */
    public Memory changed(UUID programme, UUID project, Instant from, Instant to, Instant at) {
        Map<String, Object> parameters = new HashMap<>(Map.of("programme", programme, "from", from, "to", to));
        parameters.put("project", project);
        return newest("""
                        e.programmeId = :programme and (:project is null or e.projectId = :project) and exists (select 1 from LedgerEvent c
                          where c.subjectType = e.subjectType and c.subjectId = e.subjectId
                            and c.occurredAt > :from and c.occurredAt <= :to)""", parameters, at).map(this::revealed);
    }

    /** What was recorded of a programme after an instant and until another, in no order, without bodies. */
    public List<Deed> deeds(UUID programme, UUID project, Instant from, Instant to, int atMost) {
        return database.createQuery("select " + Deed.HQL + """
                         from LedgerEvent e
                        where e.programmeId = :programme and (:project is null or e.projectId = :project)
                          and e.occurredAt > :from and e.occurredAt <= :to""", Deed.class)
                .setParameter("programme", programme)
                .setParameter("project", project)
                .setParameter("from", from)
                .setParameter("to", to)
                .setMaxResults(atMost)
                .getResultList();
    }

    private Memory newest(String condition, Map<String, Object> parameters, Instant at) {
        var query = database.createQuery(NEWEST.formatted(condition), Remembered.class)
                .setParameter("at", at);
        parameters.forEach(query::setParameter);
        return new Memory(query.getResultList());
    }

    /** The same records with their personal values, where nobody has erased them. */
    private List<Remembered> revealed(List<Remembered> records) {
        List<UUID> hiding = records.stream()
                .filter(r -> Bodies.hidesSomething(Bodies.tree(r.body(), "state")))
                .map(Remembered::event)
                .toList();
        if (hiding.isEmpty()) return records;
        Map<UUID, Map<String, String>> values = new HashMap<>();
        for (Object row : database.createNativeQuery(
                        "select event_id, path, value from ledger_private where event_id in (?1)")
                .setParameter(1, hiding.stream().map(Ids::bytes).toList())
                .getResultList()) {
            Object[] value = (Object[]) row;
            values.computeIfAbsent(Ids.of((byte[]) value[0]), event -> new HashMap<>())
                    .put((String) value[1], (String) value[2]);
        }
        return records.stream()
                .map(r -> r.with(values.getOrDefault(r.event(), Map.of())))
                .toList();
    }
}
