package org.minsheng.status;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;

/** The limits of programmes that have their own. */
@ApplicationScoped
class Limits {
    private final EntityManager database;

    Limits(EntityManager database) {
        this.database = database;
    }

    Optional<StatusLimits> own(UUID programme) {
        return Optional.ofNullable(database.find(StatusLimits.class, programme));
    }

    Thresholds of(UUID programme) {
        return own(programme).map(StatusLimits::thresholds).orElse(Thresholds.USUAL);
    }

    void store(StatusLimits limits) {
        if (!database.contains(limits)) database.persist(limits);
        database.flush();
    }
}
