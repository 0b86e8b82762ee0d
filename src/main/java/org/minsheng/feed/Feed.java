package org.minsheng.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.query.Query;
import org.minsheng.access.Actor;
import org.minsheng.db.PortableMySQLDialect;
import org.minsheng.ledger.LedgerEvent;
import org.minsheng.ledger.Reader;
import org.minsheng.ledger.proof.VerifierKey;
import org.minsheng.projects.Projects;

/** All questions to the log by those who follow it; what one costs does not depend on how deep it begins. */
@ApplicationScoped
@ActivateRequestContext
class Feed {
    /** Places looked at for one answer, however few of them the caller may see. */
    static final int FAR = 10_000;

    private static final String PLACES = """
            select s.index, e from LedgerPlace s join s.event e where s.index >= :from and s.index < :until""";
    private static final String IN_ORDER = " order by s.index";
    private static final ObjectMapper BODIES =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final EntityManager database;
    private final Projects projects;
    private final Cursors cursors;

    Feed(EntityManager database, Projects projects, Cursors cursors) {
        this.database = database;
        this.projects = projects;
        this.cursors = cursors;
    }

    LogEnd end() {
        Object[] row = (Object[])
                database.createNativeQuery("select size, verifier_key from ledger_state where id = 1", Object[].class)
                        .getSingleResult();
        String origin = row[1] == null
                ? ""
                : VerifierKey.of((String) row[1]).orElseThrow().name();
        return new LogEnd(origin, ((Number) row[0]).longValue());
    }

    /** What the caller may see from a place on. */
    Stretch seen(long from, LogEnd end, ChangeFilter filter, Actor actor, int limit) {
        long until = Math.min(end.size(), from + FAR);
        if (from >= until) return new Stretch(List.of(), from, from, false);
        String where = " and " + Reader.VISIBLE
                + (filter.programme() == null ? "" : " and e.programmeId = :programme")
                + (filter.project() == null ? "" : " and e.projectId = :project")
                + (filter.subjectType() == null ? "" : " and e.subjectType = :type");
        TypedQuery<Object[]> query = places(where, from, until);
        new Reader(actor, led(actor)).parameters().forEach(query::setParameter);
        if (filter.programme() != null) query.setParameter("programme", filter.programme());
        if (filter.project() != null) query.setParameter("project", filter.project());
        if (filter.subjectType() != null) query.setParameter("type", filter.subjectType());
        List<Change> found = changes(query.setMaxResults(limit + 1), end);
        if (found.size() <= limit) return new Stretch(found, from, until, until < end.size());
        List<Change> shown = found.subList(0, limit);
        return new Stretch(shown, from, shown.get(limit - 1).index() + 1, true);
    }

    /** Whatever happened, for those who ask themselves who may know. */
    List<Change> all(long from, LogEnd end) {
        return changes(places("", from, end.size()), end);
    }

    private TypedQuery<Object[]> places(String where, long from, long until) {
        TypedQuery<Object[]> query = database.createQuery(PLACES + where + IN_ORDER, Object[].class)
                .setParameter("from", from)
                .setParameter("until", until);
        query.unwrap(Query.class).addQueryHint(PortableMySQLDialect.IN_ORDER);
        return query;
    }

    /** Nobody needs the list who reads all working data of their scope anyway. */
    private Set<UUID> led(Actor actor) {
        return actor.oversees() || !actor.scope().isFenced() ? Set.of() : projects.led(actor.scope());
    }

    private List<Change> changes(TypedQuery<Object[]> query, LogEnd end) {
        return query.getResultStream()
                .map(row -> {
                    long index = (Long) row[0];
                    LedgerEvent e = (LedgerEvent) row[1];
                    String cursor = cursors.of(end.origin(), index + 1);
                    return new Change(index, e.audience, e.unitPath, ChangeView.of(e, cursor, state(e)));
                })
                .toList();
    }

    /** A body that somebody has spoilt is the verifier's business; the feed goes on. */
    private static JsonNode state(LedgerEvent e) {
        try {
            return BODIES.readTree(e.body).get("state");
        } catch (JsonProcessingException spoilt) {
            return null;
        }
    }
}
