package org.minsheng.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A period as the ledger keeps it. */
record PeriodState(
        UUID id,
        UUID programmeId,
        String code,
        LocalDate startsOn,
        LocalDate endsOn,
        LocalDate dueOn,
        PeriodStatus status,
        Instant closedAt) {
    static PeriodState of(Period p) {
        return new PeriodState(p.id(), p.programme.id(), p.code, p.startsOn, p.endsOn, p.dueOn, p.status, p.closedAt);
    }
}
