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

    Succession(LedgerKeys keys, Ledger ledger) {
        this.keys = keys;
        this.ledger = ledger;
    }

    /** Null when the log may go on. */
    LedgerProgress.Refused check(Connection connection, State state, Pin pin) throws SQLException {
        if (state.key == null) return null;
        boolean restored = isRestored(connection, state, pin);
        VerifierKey wanted = keys.wanted(state.key).key();
        if (restored && wanted.name().equals(state.key.name())) {
            LOG.errorf(
                    "The ledger ends at %d, but a checkpoint was pinned at %d: the database was restored from a backup."
                            + " Nothing is put in order or signed until minsheng.ledger.origin names a new origin.",
                    state.frontier.size(), pin.checkpoint().orElseThrow().size());
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
        announce(KeyChange.signed(old.get(), wanted, restored ? pin.note().orElseThrow() : null), restored);
        return null;
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

    private void announce(KeyChange change, boolean restored) {
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> ledger.record(SYSTEM, restored ? KeyChange.RESTORED : KeyChange.ROTATED, change));
        } catch (RuntimeException announced) {
            LOG.debug("another instance has announced the key already", announced);
        }
    }
}
