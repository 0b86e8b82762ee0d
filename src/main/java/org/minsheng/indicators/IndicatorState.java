package org.minsheng.indicators;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.minsheng.db.Folding;
import org.minsheng.http.Decimals;
import org.minsheng.ledger.past.Remembered;
import org.minsheng.programmes.Span;
import org.minsheng.projects.ProjectStatus;

/** A promise as the ledger keeps it. */
record IndicatorState(
        UUID id,
        UUID projectId,
        UUID componentId,
        int ordinal,
        String code,
        String name,
        String quote,
        Span span,
        MeasureKind measureKind,
        Commitment commitment,
        Comparison comparison,
        BigDecimal targetValue,
        String printedValue,
        String printedUnit,
        BigDecimal originalTargetValue,
        String originalPrinted,
        String unitOfMeasure,
        LocalDate windowStart,
        LocalDate windowEnd,
        boolean headline,
        BigDecimal weight,
        boolean additiveOverUnits,
        ReportingBasis reportingBasis,
        BigDecimal minimumDenominator,
        BigDecimal baseline,
        KeptBy keptBy,
        ProjectStatus status,
        Instant updatedAt) {
    static IndicatorState of(Indicator i) {
        return new IndicatorState(
                i.id(),
                i.projectId,
                i.componentId,
                i.ordinal,
                i.code,
                i.name,
                i.quote,
                i.span(),
                i.kind,
                i.commitment,
                i.comparison,
                Decimals.plain(i.target),
                i.printedValue,
                i.printedUnit,
                Decimals.plain(i.originalTarget),
                i.originalPrinted,
                i.unitOfMeasure,
                i.windowStart,
                i.windowEnd,
                i.headline,
                Decimals.plain(i.weight),
                i.additiveOverUnits,
                i.reportingBasis,
                Decimals.plain(i.minimumDenominator),
                Decimals.plain(i.baseline),
                i.keptBy,
                i.status,
                i.updatedAt());
    }

    /** Beside a new plan the promise stands one step deeper. */
    static IndicatorState of(Remembered record) {
        JsonNode state = record.state();
        return Remembered.read(state.has("indicator") ? state.get("indicator") : state, IndicatorState.class);
    }

    boolean says(String folded) {
        return Folding.fold(name + " " + quote).contains(folded);
    }
}
