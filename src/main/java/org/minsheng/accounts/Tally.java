package org.minsheng.accounts;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Counts like refusals together. Who knocks in many ways is soon told of as one, and so is a crowd of them: what a flood adds
 * to the ledger does not grow with the flood.
 */
final class Tally {
    /** @param what the answer's status and, where it tells something, the code of its refusal */
    record Kind(String what, String operation, UUID account, Origin from) {
        private Object place() {
            return account == null ? String.valueOf(from.address()) : account;
        }

        private Kind ofOnePlace() {
            return new Kind(status(), "*", account, new Origin(account == null ? from.address() : null, null));
        }

        private Kind ofAnyPlace() {
            return new Kind(status(), "*", null, new Origin(null, null));
        }

        private String status() {
            return what.split(" ")[0];
        }
    }

    static final int KINDS_OF_ONE_PLACE = 20;
    static final int KINDS = 200;

    private final Map<Kind, Integer> counts = new HashMap<>();
    private final Map<Object, Integer> kindsOf = new HashMap<>();

    synchronized void add(Kind kind, int times) {
        Kind kept = kept(kind);
        if (counts.merge(kept, times, Integer::sum) == times) kindsOf.merge(kept.place(), 1, Integer::sum);
    }

    private Kind kept(Kind kind) {
        if (counts.containsKey(kind)) return kind;
        Kind narrowed = kindsOf.getOrDefault(kind.place(), 0) < KINDS_OF_ONE_PLACE ? kind : kind.ofOnePlace();
        return counts.containsKey(narrowed) || counts.size() < KINDS ? narrowed : kind.ofAnyPlace();
    }

    /** What was counted since the last time. */
    synchronized Map<Kind, Integer> take() {
        Map<Kind, Integer> taken = Map.copyOf(counts);
        counts.clear();
        kindsOf.clear();
        return taken;
    }
}
