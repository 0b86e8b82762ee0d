package org.minsheng.ledger.sequence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.minsheng.ledger.Audience;
import org.minsheng.ledger.Subject;
import org.minsheng.ledger.proof.Ed25519Signer;
import org.minsheng.ledger.proof.VerifierKey;

/**
 * The log passes from one key to another, or to another name after a restore; the old key signs that.
 *
 * @param lost the checkpoint that the restored log no longer comes up to (of one that only a witness has kept, its first
 *     lines), or null
 */
record KeyChange(VerifierKey from, VerifierKey to, byte[] signature, String lost) implements Subject {
    static final String ROTATED = "ledger.key-rotated";
    static final String RESTORED = "ledger.restored";
    private static final String TYPE = "ledger-key";
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Told(
            String old,
            String signature,
            String lost,

            @com.fasterxml.jackson.annotation.JsonProperty("new")
            String next) {}

    static KeyChange signed(Ed25519Signer old, VerifierKey to, String lost) {
        return new KeyChange(old.key(), to, old.sign(statement(old.key(), to)), lost);
    }

    /** As an event of the log tells it; none where the event is something else or the old key has not signed it. */
    static Optional<KeyChange> in(String stream, byte[] body) {
        if (!stream.startsWith(TYPE + "/")) return Optional.empty();
        try {
            JsonNode state = JSON.readTree(body).path("state");
            Optional<VerifierKey> from = VerifierKey.of(state.path("old").asText());
            Optional<VerifierKey> to = VerifierKey.of(state.path("new").asText());
            if (from.isEmpty() || to.isEmpty()) return Optional.empty();
            KeyChange change = new KeyChange(
                    from.get(),
                    to.get(),
                    Base64.getDecoder().decode(state.path("signature").asText()),
                    null);
            return Optional.of(change).filter(KeyChange::isSigned);
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    boolean isFrom(VerifierKey current) {
        return from.equals(current);
    }

    private boolean isSigned() {
        return Ed25519Signer.verifies(
                from.publicKey(), statement(from, to).getBytes(StandardCharsets.UTF_8), signature);
    }

    private static String statement(VerifierKey from, VerifierKey to) {
        return "minsheng-ledger/rotation/v1\n" + from + "\n" + to + "\n";
    }

    /** One for each new key, whichever instance is first. */
    @Override
    public UUID id() {
        return UUID.nameUUIDFromBytes(to.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int version() {
        return 0;
    }

    @Override
    public String subjectType() {
        return TYPE;
    }

    @Override
    public String unitPath() {
        return "";
    }

    @Override
    public Audience audience() {
        return Audience.AUDIT;
    }

    @Override
    public Object ledgerState() {
        return new Told(from.toString(), Base64.getEncoder().encodeToString(signature), lost, to.toString());
    }
}
