package org.minsheng.status;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.minsheng.access.Actor;
import org.minsheng.http.ETag;
import org.minsheng.http.Refusal;
import org.minsheng.ledger.Ledger;
import org.minsheng.projects.Project;
import org.minsheng.time.Time;

/** What people think beside what is computed. */
@ApplicationScoped
class Ratings {
    private final EntityManager database;
    private final Ledger ledger;

    Ratings(EntityManager database, Ledger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    Optional<Rating> of(UUID subject) {
        return Optional.ofNullable(database.find(Rating.class, subject));
    }

    /** Of these projects and all their promises, by what is rated. */
    Map<UUID, Rating> ofProjects(Collection<UUID> projects) {
        return database.createQuery("from Rating r where r.projectId in :projects", Rating.class)
                .setParameter("projects", projects)
                .getResultStream()
                .collect(Collectors.toMap(r -> r.subjectId, r -> r));
    }

    Rating rate(UUID subject, Project project, String ifMatch, RatingText wanted, Actor actor, Instant now) {
        LocalDate today = Time.dayOf(now);
        if (wanted.expiresOn().isBefore(today) || wanted.expiresOn().isAfter(today.plusYears(1)))
            throw Refusal.rule("rating.expires-within-a-year").at("/expiresOn");
        Rating rating = of(subject).orElseGet(() -> new Rating(subject, project));
        ETag.require(ifMatch, rating.version());
        rating.set(wanted.light(), wanted.reason(), wanted.expiresOn(), actor, project, now);
        if (!database.contains(rating)) database.persist(rating);
        database.flush();
        ledger.record(actor, "rating.given", rating);
        return rating;
    }

    void withdraw(UUID subject, Project project, String ifMatch, Actor actor, Instant now) {
        Rating rating = of(subject).filter(r -> r.light != null).orElseThrow(Refusal::notFound);
        ETag.require(ifMatch, rating.version());
        rating.set(null, rating.reason, rating.expiresOn, actor, project, now);
        database.flush();
        ledger.record(actor, "rating.withdrawn", rating);
    }
}
