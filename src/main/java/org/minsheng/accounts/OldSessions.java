package org.minsheng.accounts;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.minsheng.time.Time;

/** Sessions tell where somebody was and with what: some days after their end they go; the security log keeps what is needed. */
@ApplicationScoped
class OldSessions {
    private final EntityManager database;
    private final SessionConfig config;
    private final Clock clock;

    OldSessions(EntityManager database, SessionConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "15m")
    void everyHour() {
        forget(Time.now(clock));
    }

    @Transactional
    void forget(Instant now) {
        database.createNativeQuery("delete from session where ended_at < ?1 or expires_at < ?1 limit 10000")
                .setParameter(1, LocalDateTime.ofInstant(now.minus(config.kept()), ZoneOffset.UTC))
                .executeUpdate();
    }
}
