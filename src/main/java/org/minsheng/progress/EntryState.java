package org.minsheng.progress;

import java.time.Instant;
import java.util.UUID;

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
        boolean demonstration) {
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
                e.demonstration);
    }
}
