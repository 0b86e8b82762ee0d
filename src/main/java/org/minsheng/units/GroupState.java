package org.minsheng.units;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A group as the ledger keeps it; the id is that of the record. */
record GroupState(
        UUID governmentId, String code, String name, String note, List<UnitGroup.Member> members, Instant updatedAt) {
    static GroupState of(UnitGroup g) {
        return new GroupState(g.governmentId(), g.code, g.name, g.note, List.copyOf(g.members), g.updatedAt());
    }

    /** The group whose body does not say when it was changed: when that was recorded. */
    GroupState changed(Instant recordedAt) {
        return updatedAt != null ? this : new GroupState(governmentId, code, name, note, members, recordedAt);
    }
}
