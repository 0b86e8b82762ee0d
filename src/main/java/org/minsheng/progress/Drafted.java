package org.minsheng.progress;

import java.util.UUID;
import org.minsheng.http.Refusal;

/** What became of one of many reports; either an entry or a refusal. */
public record Drafted(int line, Kind kind, UUID entry, int version, Refusal refusal) {
    /** Whether there was an entry before, and whether it says the same. */
    public enum Kind {
        CREATED,
        CHANGED,
        UNCHANGED,
        REFUSED
    }

    static Drafted of(int line, Kind kind, ProgressEntry entry) {
        return new Drafted(line, kind, entry.id(), entry.version(), null);
    }

    static Drafted refused(int line, Refusal refusal) {
        return new Drafted(line, Kind.REFUSED, null, 0, refusal);
    }
}
