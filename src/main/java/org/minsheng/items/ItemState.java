package org.minsheng.items;

import java.time.Instant;
import java.util.UUID;
import org.minsheng.ledger.past.Remembered;

/** An item as the ledger keeps it; the id is that of the record. */
record ItemState(
        UUID indicatorId,
        UUID projectId,
        UUID unitId,
        String unitName,
        ItemText text,
        ItemStatus status,
        UUID registeredBy,
        UUID decidedBy,
        Instant decidedAt,
        String reason,
        Instant updatedAt) {
    static ItemState of(Item i) {
        return new ItemState(
                i.indicator.id(),
                i.projectId,
                i.unit.id(),
                i.unitName,
                i.text(),
                i.status,
                i.registeredBy,
                i.decidedBy,
                i.decidedAt,
                i.reason,
                i.updatedAt());
    }

    /** What was recorded before bodies told it was changed when it was recorded. */
    static ItemState of(Remembered record) {
        ItemState i = record.state(ItemState.class);
        return i.updatedAt != null ? i : i.changed(record.recordedAt());
    }

    private ItemState changed(Instant at) {
        return new ItemState(
                indicatorId, projectId, unitId, unitName, text, status, registeredBy, decidedBy, decidedAt, reason, at);
    }
}
