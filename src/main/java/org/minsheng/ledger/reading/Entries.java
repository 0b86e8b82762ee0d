package org.minsheng.ledger.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Optional;
import java.util.Set;
import org.minsheng.access.Actor;
import org.minsheng.http.CursorSeal;
import org.minsheng.http.Keyset;
import org.minsheng.http.Page;
import org.minsheng.http.Paging;
import org.minsheng.http.SortKey;
import org.minsheng.ledger.LedgerPlace;
import org.minsheng.ledger.Reader;

/** All questions to the entries of the log by those who audit or oversee. */
@ApplicationScoped
class Entries {
    private static final String FROM = "from LedgerPlace s join fetch s.event e";
    private final EntityManager database;
    private final CursorSeal seal;

    Entries(EntityManager database, CursorSeal seal) {
        this.database = database;
        this.seal = seal;
    }

    Page<LedgerEntryView> page(LedgerFilter filter, Paging paging, Actor actor) {
        Keyset<LedgerPlace> places = Keyset.of("ledger-entries", LedgerPlace.class, FROM, "s")
                .sorted("-index", SortKey.of("index", "s.index", Long.class))
                .where(Reader.VISIBLE)
                .given(filter.stream(), "e.stream = :stream", "stream")
                .given(filter.subjectType(), "e.subjectType = :type", "type")
                .given(filter.subject(), "e.subjectId = :subject", "subject")
                .given(filter.programme(), "e.programmeId = :programme", "programme")
                .given(filter.project(), "e.projectId = :project", "project")
                .given(filter.actor(), "e.actorId = :actor", "actor")
                .given(filter.action(), "e.action = :action", "action")
                .given(filter.from(), "e.occurredAt >= :from", "from")
                .given(filter.to(), "e.occurredAt < :to", "to");
        reader(actor).parameters().forEach(places::with);
        return places.read(database, paging, seal).map(p -> LedgerEntryView.row(p, actor.language()));
    }

    Optional<LedgerPlace> one(long index, Actor actor) {
        TypedQuery<LedgerPlace> query =
                database.createQuery(FROM + " where s.index = :index and " + Reader.VISIBLE, LedgerPlace.class);
        reader(actor).parameters().forEach(query::setParameter);
        return query.setParameter("index", index).getResultStream().findFirst();
    }

    /** Who audits or oversees reads without leading anything. */
    private static Reader reader(Actor actor) {
        return new Reader(actor, Set.of());
    }
}
