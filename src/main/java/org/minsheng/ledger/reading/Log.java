package org.minsheng.ledger.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.Session;
import org.minsheng.ledger.LedgerPlace;
import org.minsheng.ledger.proof.Checkpoint;
import org.minsheng.ledger.proof.Note;
import org.minsheng.ledger.proof.Proofs;
import org.minsheng.ledger.sequence.Entry;
import org.minsheng.ledger.sequence.StoredHashes;

/** All questions to the log as a tree. */
@ApplicationScoped
class Log {
    private final EntityManager database;

    Log(EntityManager database) {
        this.database = database;
    }

    /** The newest signed note, with the witnesses' lines below the log's own. */
    Optional<String> newest() {
        return upTo(Long.MAX_VALUE);
    }

    Optional<String> checkpoint(long size) {
        return upTo(size)
                .filter(note ->
                        Checkpoint.of(note).filter(c -> c.size() == size).isPresent());
    }

    private Optional<String> upTo(long size) {
        return database.createNativeQuery(
                        "select size, note from ledger_checkpoint where size <= ?1 order by size desc limit 1",
                        Object[].class)
                .setParameter(1, size)
                .getResultStream()
                .findFirst()
                .map(found -> {
                    Object[] row = (Object[]) found;
                    List<?> cosigned = database.createNativeQuery(
                                    "select line from ledger_cosignature where size = ?1 order by witness",
                                    String.class)
                            .setParameter(1, row[0])
                            .getResultList();
                    StringBuilder note = new StringBuilder((String) row[1]);
                    for (Object line : cosigned) note.append(line).append('\n');
                    return note.toString();
                });
    }

    /** How far the newest checkpoint goes: what is beyond it is not proven yet. */
    long signedSize() {
        return newest().flatMap(n -> Checkpoint.of(Note.parse(n).text()))
                .map(Checkpoint::size)
                .orElse(0L);
    }

    List<String> keys() {
        return database
                .createNativeQuery("select verifier_key from ledger_key order by from_size, suite", String.class)
                .getResultList()
                .stream()
                .map(String.class::cast)
                .toList();
    }

    <R> R proofs(Function<Proofs, R> question) {
        return database.unwrap(Session.class)
                .doReturningWork(connection -> question.apply(new Proofs(new StoredHashes(connection))));
    }

    List<byte[]> hashes(int level, long first, int count) {
        return database.unwrap(Session.class)
                .doReturningWork(connection -> new StoredHashes(connection).read(level, first, count));
    }

    List<LedgerPlace> places(long from, int count) {
        return database.createQuery(
                        "from LedgerPlace s join fetch s.event where s.index >= :from and s.index < :to order by s.index",
                        LedgerPlace.class)
                .setParameter("from", from)
                .setParameter("to", from + count)
                .getResultList();
    }

    static Entry entry(LedgerPlace place) {
        return new Entry(
                place.sequencedAt,
                place.event.bodyHash,
                place.event.eventId,
                place.found,
                place.previousLeaf,
                place.seq,
                place.event.stream);
    }
}
