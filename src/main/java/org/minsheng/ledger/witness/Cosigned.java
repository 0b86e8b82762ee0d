package org.minsheng.ledger.witness;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.minsheng.ledger.proof.Proofs;
import org.minsheng.ledger.sequence.StoredHashes;

/** What witnesses have signed; each question is a short transaction, none lasts while a witness is asked. */
@ApplicationScoped
@Transactional
class Cosigned {
    private final EntityManager database;
    private final Clock clock;

    Cosigned(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The newest checkpoint as the log has signed it. */
    Optional<String> newest() {
        return database.createNativeQuery("select note from ledger_checkpoint order by size desc limit 1", String.class)
                .getResultStream()
                .findFirst()
                .map(String.class::cast);
    }

    long lastSizeOf(String witness) {
        return ((Number) database.createNativeQuery(
                                "select coalesce(max(size), 0) from ledger_cosignature where witness = ?1")
                        .setParameter(1, witness)
                        .getSingleResult())
                .longValue();
    }

    List<byte[]> consistency(long from, long to) {
        return database.unwrap(Session.class)
                .doReturningWork(connection -> new Proofs(new StoredHashes(connection)).consistency(from, to));
    }

    /** Another instance may have asked the same witness. */
    void keep(long size, String witness, String line) {
        database.createNativeQuery(
                        "insert ignore into ledger_cosignature (size, witness, line, created_at) values (?1, ?2, ?3, ?4)")
                .setParameter(1, size)
                .setParameter(2, witness)
                .setParameter(3, line)
                .setParameter(4, LocalDateTime.now(clock.withZone(ZoneOffset.UTC)))
                .executeUpdate();
    }
}
