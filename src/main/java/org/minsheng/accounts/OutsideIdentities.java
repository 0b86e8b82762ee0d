package org.minsheng.accounts;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.minsheng.db.Ids;
import org.minsheng.http.Refusal;
import org.minsheng.http.Sha256;

/** Which account somebody from outside has: by issuer and subject, never by a name or an address. */
@ApplicationScoped
class OutsideIdentities {
    private final EntityManager database;
    private final Clock clock;

    OutsideIdentities(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Optional<UUID> account(OutsideIssuer.Person person) {
        List<?> found = database.createNativeQuery(
                        "select account_id from outside_identity where issuer = ?1 and subject = ?2")
                .setParameter(1, person.issuer())
                .setParameter(2, person.subject())
                .getResultList();
        return found.stream().findFirst().map(id -> Ids.of((byte[]) id));
    }

    Optional<String> subject(UUID account) {
        return database.createNativeQuery("select subject from outside_identity where account_id = ?1", String.class)
                .setParameter(1, Ids.bytes(account))
                .getResultStream()
                .findFirst();
    }

    void bind(UUID account, String issuer, String subject, Instant now) {
        unbind(account);
        int bound = database.createNativeQuery(
                        "insert ignore into outside_identity (issuer, subject, account_id, bound_at) values (?1, ?2, ?3, ?4)")
                .setParameter(1, issuer)
                .setParameter(2, subject)
                .setParameter(3, Ids.bytes(account))
                .setParameter(4, utc(now))
                .executeUpdate();
        if (bound == 0) throw Refusal.conflict("account.outside-taken").at("/subject");
    }

    boolean unbind(UUID account) {
        return database.createNativeQuery("delete from outside_identity where account_id = ?1")
                        .setParameter(1, Ids.bytes(account))
                        .executeUpdate()
                == 1;
    }

    /** Whether it was not used before, on any instance. */
    boolean spend(String token, Instant expires) {
        return database.createNativeQuery("insert ignore into outside_token (digest, expires_at) values (?1, ?2)")
                        .setParameter(1, Sha256.of(token))
                        .setParameter(2, utc(expires))
                        .executeUpdate()
                == 1;
    }

    @Scheduled(every = "1h", delayed = "10m")
    @Transactional
    void forgetEnded() {
        database.createNativeQuery("delete from outside_token where expires_at < ?1")
                .setParameter(1, utc(clock.instant().minusSeconds(3600)))
                .executeUpdate();
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
