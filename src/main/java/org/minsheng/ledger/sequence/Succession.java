package org.minsheng.ledger.sequence;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.minsheng.access.Actor;
import org.minsheng.ledger.Ledger;
import org.minsheng.ledger.proof.Checkpoint;
import org.minsheng.ledger.proof.Ed25519Signer;
import org.minsheng.ledger.proof.Proofs;
import org.minsheng.ledger.proof.VerifierKey;

/** Whether this instance may go on with the log it finds, and how the log passes to another key or name. */
@Singleton
class Succession {
    private static final Logger LOG = Logger.getLogger(Succession.class);
    private static final Actor SYSTEM = Actor.system("ledger");
    private final LedgerKeys keys;
    private final Ledger ledger;
    private volatile Witnessed witnessed;
    private Known known;
    private String lostName;

    /** So many entries has somebody signed of the log by this name, and ours is not their continuation. */
    private record Witnessed(String origin, long size) {}

    private record Known(VerifierKey key, Witnessed witnessed) {}

    Succession(LedgerKeys keys, Ledger ledger) {
        this.keys = keys;
        this.ledger = ledger;
    }

    void isLost(String origin, long size) {
        witnessed = new Witnessed(origin, size);
    }

    /** Whether there is something that the last check did not know. */
    boolean isNew(State state) {
        return !new Known(state.key, witnessed).equals(known);
    }

    /** By the name of a log that was lost nothing is signed any more: its witnesses have seen another one. */
    boolean maySign(State state) {
        return !state.key.name().equals(lostName);
    }

    /** Null when the log may go on. */
    LedgerProgress.Refused check(Connection connection, State state, Pin pin) throws SQLException {
        known = new Known(state.key, witnessed);
        lostName = null;
        if (state.key == null) return null;
        Optional<String> lost = lost(connection, state, pin);
        VerifierKey wanted = keys.wanted(state.key).key();
        if (lost.isPresent()) lostName = state.key.name();
        if (lost.isPresent() && wanted.name().equals(lostName)) {
            LOG.errorf(
                    "The ledger ends at %d, and this was signed before: %s. The database was restored from a backup."
                            + " Nothing is put in order or signed until minsheng.ledger.origin names a new origin.",
                    state.frontier.size(), String.join(" ", lost.get().lines().toList()));
            return LedgerProgress.Refused.RESTORED;
        }
        if (wanted.equals(state.key)) return null;
        Optional<Ed25519Signer> old = keys.signer(state.key);
        if (old.isEmpty()) {
            LOG.errorf(
                    "The ledger is signed by %s, and that key is not here: no checkpoints by this instance."
                            + " Name its file in minsheng.ledger.previous-key-file to pass on to another key.",
                    state.key);
            return LedgerProgress.Refused.KEY_UNKNOWN;
        }
        announce(KeyChange.signed(old.get(), wanted, lost.orElse(null)));
        return null;
    }

    /** The pinned checkpoint that the log does not come up to, or as much as is known of the one that a witness has signed. */
    private Optional<String> lost(Connection connection, State state, Pin pin) throws SQLException {
        if (isRestored(connection, state, pin)) return pin.note();
        return Optional.ofNullable(known.witnessed)
                .filter(seen -> seen.origin.equals(state.key.name()))
                .map(seen -> seen.origin + "\n" + seen.size + "\n");
    }

    /** Shorter than what was seen before, or not its continuation. */
    private static boolean isRestored(Connection connection, State state, Pin pin) throws SQLException {
        Optional<Checkpoint> seen = pin.checkpoint().filter(c -> c.origin().equals(state.key.name()));
        if (seen.isEmpty()) return false;
        long size = seen.get().size();
        if (state.frontier.size() < size) return true;
        byte[] root = new Proofs(new StoredHashes(connection)).root(size);
        return !java.util.Arrays.equals(root, seen.get().root());
    }

    private void announce(KeyChange change) {
        String action = change.lost() == null ? KeyChange.ROTATED : KeyChange.RESTORED;
        try {
            QuarkusTransaction.requiringNew().run(() -> ledger.record(SYSTEM, action, change));
        } catch (RuntimeException announced) {
            LOG.debug("another instance has announced the key already", announced);
        }
    }
}
