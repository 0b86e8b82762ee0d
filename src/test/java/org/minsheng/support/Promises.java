package org.minsheng.support;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.minsheng.indicators.Commitment;
import org.minsheng.indicators.Comparison;
import org.minsheng.indicators.MeasureKind;
import org.minsheng.indicators.Measured;
import org.minsheng.indicators.Promise;
import org.minsheng.indicators.ReportingBasis;
import org.minsheng.progress.Report;
import org.minsheng.projects.ProjectStatus;

/** Promises of the year 2026 as the rules see them. */
public final class Promises {
    public static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    public static final LocalDate DUE = LocalDate.of(2026, 12, 31);

    private Promises() {}

    public static Promise increment(String target, Commitment commitment) {
        return of(
                MeasureKind.INCREMENT,
                commitment,
                commitment == Commitment.ESTIMATE ? Comparison.NONE : Comparison.GE,
                target,
                ReportingBasis.PERIOD,
                true);
    }

    public static Promise stock(String target) {
        return of(MeasureKind.STOCK, Commitment.FIRM, Comparison.GE, target, ReportingBasis.TO_DATE, true);
    }

    public static Promise ratio(String target, Commitment commitment) {
        Comparison comparison = commitment == Commitment.FULL_COVERAGE ? Comparison.EQ : Comparison.GE;
        return of(MeasureKind.RATIO, commitment, comparison, target, ReportingBasis.TO_DATE, false);
    }

    public static Promise deliverable() {
        return of(MeasureKind.DELIVERABLE, Commitment.FIRM, Comparison.DONE, null, ReportingBasis.TO_DATE, false);
    }

    public static Promise parameter() {
        return of(MeasureKind.PARAMETER, Commitment.FIRM, Comparison.EQ, "2", ReportingBasis.TO_DATE, false);
    }

    public static Promise ceiling(String target) {
        return of(MeasureKind.STOCK, Commitment.CEILING, Comparison.LE, target, ReportingBasis.TO_DATE, true);
    }

    public static Promise of(
            MeasureKind kind,
            Commitment commitment,
            Comparison comparison,
            String target,
            ReportingBasis basis,
            boolean additive) {
        return new Promise(
                UUID.randomUUID(),
                kind,
                commitment,
                comparison,
                target == null ? null : new BigDecimal(target),
                null,
                null,
                FROM,
                DUE,
                basis,
                additive,
                true,
                BigDecimal.ONE,
                ProjectStatus.ACTIVE);
    }

    public static Promise in(Promise p, ProjectStatus status) {
        return new Promise(
                p.id(),
                p.kind(),
                p.commitment(),
                p.comparison(),
                p.target(),
                p.baseline(),
                p.minimumDenominator(),
                p.from(),
                p.due(),
                p.basis(),
                p.additive(),
                p.headline(),
                p.weight(),
                status);
    }

    public static Promise with(Promise p, String baseline, String minimumDenominator) {
        return new Promise(
                p.id(),
                p.kind(),
                p.commitment(),
                p.comparison(),
                p.target(),
                baseline == null ? null : new BigDecimal(baseline),
                minimumDenominator == null ? null : new BigDecimal(minimumDenominator),
                p.from(),
                p.due(),
                p.basis(),
                p.additive(),
                p.headline(),
                p.weight(),
                p.status());
    }

    public static Report report(UUID unit, int month, Measured measured) {
        return report(UUID.randomUUID(), unit, month, measured, null);
    }

    public static Report report(UUID id, UUID unit, int month, Measured measured, UUID supersedes) {
        Instant approved = LocalDate.of(2026, 1, 15)
                .plusMonths(month)
                .atStartOfDay(java.time.ZoneOffset.UTC)
                .toInstant();
        return new Report(id, unit, LocalDate.of(2026, month, 1), measured, supersedes, approved);
    }

    public static Measured amount(String value) {
        return Measured.amount(new BigDecimal(value));
    }

    public static Measured ratio(String numerator, String denominator, boolean parts) {
        return Measured.ratio(new BigDecimal(numerator), new BigDecimal(denominator));
    }
}
