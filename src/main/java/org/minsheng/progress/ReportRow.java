package org.minsheng.progress;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.minsheng.http.Decimals;
import org.minsheng.indicators.MeasureKind;
import org.minsheng.indicators.Measured;

/** A decided entry, as the rules of status read it. */
public record ReportRow(
        UUID id,
        UUID indicatorId,
        MeasureKind kind,
        UUID unitId,
        String unitName,
        String period,
        LocalDate periodStart,
        EntryStatus status,
        BigDecimal amount,
        BigDecimal numerator,
        BigDecimal denominator,
        LocalDate doneOn,
        UUID supersedesId,
        Instant decidedAt,
        boolean demonstration) {
    static final String HQL = """
            new org.minsheng.progress.ReportRow(e.id, i.id, i.kind, e.unit.id, e.unitName, d.code, e.periodStart, e.status,
              e.amount, e.numerator, e.denominator, e.doneOn, e.supersedesId, e.decidedAt,
              e.demonstration)""";

    public Report report() {
        return new Report(id, unitId, periodStart, measured(), supersedesId, decidedAt);
    }

    private Measured measured() {
        return switch (kind) {
            case RATIO -> Measured.ratio(Decimals.plain(numerator), Decimals.plain(denominator));
            case DELIVERABLE -> Measured.doneOn(doneOn);
            default -> Measured.amount(Decimals.plain(amount));
        };
    }
}
