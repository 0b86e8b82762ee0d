package org.minsheng.http;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Idempotency keys are kept 48 hours. */
@ApplicationScoped
class OldKeys {
    private static final Duration KEPT = Duration.ofHours(48);
    private final EntityManager database;
    private final Clock clock;

    OldKeys(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "5m")
    @Transactional
    void forget() {
        database.createNativeQuery("delete from idempotency_key where created_at < ?1 limit 10000")
                .setParameter(
                        1, LocalDateTime.now(clock.withZone(ZoneOffset.UTC)).minus(KEPT))
                .executeUpdate();
    }
}
