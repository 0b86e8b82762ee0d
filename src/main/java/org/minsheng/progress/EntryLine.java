package org.minsheng.progress;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** An entry as one line of an export: read without its machinery, so that a hundred thousand take little room. */
public record EntryLine(
        UUID id,
        UUID projectId,
        UUID indicatorId,
        String indicatorCode,
        String indicatorName,
        String period,
        String unitCode,
        String unitName,
        EntryStatus status,
        BigDecimal amount,
        BigDecimal numerator,
        BigDecimal denominator,
        LocalDate doneOn,
        String narrative,
        String nextSteps,
        String difficulties,
        ReasonCode reasonCode,
        String reason,
        UUID supersedesId,
        Instant submittedAt,
        boolean late,
        Instant decidedAt,
        boolean demonstration,
        Instant updatedAt) {
    static final String HQL = """
            new org.minsheng.progress.EntryLine(e.id, e.projectId, i.id, i.code, i.name, d.code, w.code, e.unitName,
              e.status, e.amount, e.numerator, e.denominator, e.doneOn, e.narrative, e.nextSteps, e.difficulties,
              e.reasonCode, e.reason, e.supersedesId, e.submittedAt, e.late, e.decidedAt, e.demonstration, e.updatedAt)""";
}
