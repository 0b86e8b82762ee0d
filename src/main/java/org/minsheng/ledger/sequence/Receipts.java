package org.minsheng.ledger.sequence;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.minsheng.http.Preference;
import org.minsheng.ledger.Subject;
import org.minsheng.ledger.proof.Note;
import org.minsheng.ledger.proof.NoteSigner;
import org.minsheng.ledger.proof.VerifierKey;

/**
 * Signed promises that what was just recorded will stand in the log: whoever holds one can prove it if it does not. Asked for
 * in the transaction that records, so nobody gets one for what was not committed.
 */
@ApplicationScoped
public class Receipts {
    public static final String HEADER = "Ledger-Receipt";

    private record Recorded(UUID event, String stream, byte[] bodyHash, Instant at) {}

    private final EntityManager database;
    private final LedgerKeys keys;
    private final RoutingContext context;

    Receipts(EntityManager database, LedgerKeys keys, RoutingContext context) {
        this.database = database;
        this.keys = keys;
        this.context = context;
    }

    /** In base64, because it has lines; null where nobody wants one, nothing will be kept, or the log's key is not here. */
    public String wanted(Subject subject) {
        if (!Preference.isStated(context, Preference.RECEIPT) || Preference.isStated(context, Preference.DRY_RUN))
            return null;
        Optional<String> receipt = of(subject);
        if (receipt.isPresent()) Preference.applied(context, Preference.RECEIPT);
        return receipt.map(note -> Base64.getEncoder().encodeToString(note.getBytes(StandardCharsets.UTF_8)))
                .orElse(null);
    }

    private Optional<String> of(Subject subject) {
        Optional<VerifierKey> key = database.createNativeQuery(
                        "select verifier_key from ledger_state where id = 1 and verifier_key is not null", String.class)
                .getResultStream()
                .findFirst()
                .flatMap(text -> VerifierKey.of((String) text));
        List<NoteSigner> signers = key.map(keys::signers).orElse(List.of());
        if (signers.isEmpty()) return Optional.empty();
        Recorded recorded = database.createQuery("""
                        select e.eventId, e.stream, e.bodyHash, e.occurredAt from LedgerEvent e
                        where e.subjectType = :type and e.subjectId = :id and e.subjectVersion = :version""", Recorded.class)
                .setParameter("type", subject.subjectType())
                .setParameter("id", subject.id())
                .setParameter("version", subject.version())
                .getSingleResult();
        String text = String.join(
                        "\n",
                        "minsheng-ledger/receipt/v1",
                        key.get().name(),
                        recorded.event.toString(),
                        recorded.stream,
                        HexFormat.of().formatHex(recorded.bodyHash),
                        recorded.at.toString())
                + "\n";
        return Optional.of(Note.signed(text, signers).toString());
    }
}
