package org.minsheng.ledger.sequence;

import java.time.Instant;

/**
 * How far the log has come, as this instance saw it last.
 *
 * @param size entries in order
 * @param pending events that wait for their place, counted up to 10,000
 * @param oldest when the first of them was recorded, or null
 * @param signed size of the newest checkpoint, 0 before the first
 * @param signedAt when that was made, or null
 * @param refusal why nothing is signed, or null
 */
public record LedgerProgress(long size, int pending, Instant oldest, long signed, Instant signedAt, Refused refusal) {
    /** Why this instance does not sign. */
    public enum Refused {
        /** The database is older than the pinned checkpoint or what a witness has signed: somebody has restored a backup. */
        RESTORED,
        /** The log's key is not among the keys of this instance. */
        KEY_UNKNOWN
    }

    static final LedgerProgress NONE = new LedgerProgress(0, 0, null, 0, null, null);
}
