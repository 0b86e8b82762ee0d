package org.minsheng.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.minsheng.ledger.past.Remembered;

/** An entry as the ledger keeps it. */
record EntryState(
        UUID programmeId,
        UUID projectId,
        UUID indicatorId,
        UUID periodId,
        String period,
        UUID unitId,
        String unitName,
        EntryStatus status,
        EntryText text,
        UUID supersedesId,
        UUID submittedBy,
        Instant submittedAt,
        boolean late,
        String warnings,
        UUID decidedBy,
        Instant decidedAt,
        String returnReason,
        int returns,
        boolean demonstration,
        Instant updatedAt) {
    static EntryState of(ProgressEntry e) {
        return new EntryState(
                e.programmeId,
                e.projectId,
                e.indicator.id(),
                e.period.id(),
                e.period.code,
                e.unit.id(),
                e.unitName,
                e.status,
                e.text(),
                e.supersedesId,
                e.submittedBy,
                e.submittedAt,
                e.late,
                e.warnings,
                e.decidedBy,
                e.decidedAt,
                e.returnReason,
                e.returns,
                e.demonstration,
                e.updatedAt());
    }

    /** What was recorded before bodies told it was changed when it was recorded. */
    static EntryState of(Remembered record) {
        EntryState e = record.state(EntryState.class);
        return e.updatedAt != null ? e : e.changed(record.recordedAt());
    }

    private EntryState changed(Instant at) {
        return new EntryState(
                programmeId,
                projectId,
                indicatorId,
                periodId,
                period,
                unitId,
                unitName,
                status,
                text,
                supersedesId,
                submittedBy,
                submittedAt,
                late,
                warnings,
                decidedBy,
                decidedAt,
                returnReason,
                returns,
                demonstration,
                at);
    }

    /** Whether it is a correction that nobody has approved yet. */
    boolean isCorrecting() {
        return supersedesId != null && !status.isSettled();
    }

    LocalDate periodStart() {
        return Cadence.start(period);
    }
}
