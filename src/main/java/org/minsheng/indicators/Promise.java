package org.minsheng.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.minsheng.projects.ProjectStatus;

/**
 * What the rules need to know of a promise. Amounts are in the base unit, a ratio's target in percent; {@code status} is
 * that of the promise, or of its project where that is paused or dropped.
 */
public record Promise(
        UUID id,
        MeasureKind kind,
        Commitment commitment,
        Comparison comparison,
        BigDecimal target,
        BigDecimal baseline,
        BigDecimal minimumDenominator,
        LocalDate from,
        LocalDate due,
        ReportingBasis basis,
        boolean additive,
        boolean headline,
        BigDecimal weight,
        ProjectStatus status) {

    Promise with(BigDecimal otherTarget, ProjectStatus otherStatus) {
        return new Promise(
                id,
                kind,
                commitment,
                comparison,
                otherTarget,
                baseline,
                minimumDenominator,
                from,
                due,
                basis,
                additive,
                headline,
                weight,
                otherStatus);
    }

    public boolean isParameter() {
        return kind == MeasureKind.PARAMETER;
    }

    public boolean isEstimate() {
        return commitment == Commitment.ESTIMATE;
    }

    /** Whether reports of several units make one value; a ratio always does, by its parts. */
    public boolean addsUnits() {
        return additive || kind == MeasureKind.RATIO;
    }
}
