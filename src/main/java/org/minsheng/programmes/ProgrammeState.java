package org.minsheng.programmes;

import java.time.Instant;
import java.util.UUID;

/** A programme as the ledger keeps it. */
record ProgrammeState(
        UUID id,
        UUID governmentId,
        int year,
        String title,
        Mandate mandate,
        ProgrammeStatus status,
        Instant publishedAt,
        Instant closedAt,
        Instant updatedAt) {
    ProgrammeState {
        if (mandate != null && mandate.saysNothing()) mandate = null;
    }

    static ProgrammeState of(Programme p) {
        return new ProgrammeState(
                p.id(),
                p.government.id(),
                p.year,
                p.title,
                p.mandate,
                p.status,
                p.publishedAt,
                p.closedAt,
                p.updatedAt());
    }
}
