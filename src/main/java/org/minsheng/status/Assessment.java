package org.minsheng.status;

import java.math.BigDecimal;

/**
 * Where a promise stands on a day, and the clause that decided it. Shares are of the target, the gap in percentage points;
 * what cannot be said is null.
 *
 * @param achievement uncapped, as it is shown
 * @param flagged green, but slightly behind the plan
 */
public record Assessment(
        ScheduleStatus status,
        Light light,
        Verdict verdict,
        Clause clause,
        BigDecimal actual,
        BigDecimal achievement,
        BigDecimal plannedShare,
        BigDecimal gap,
        boolean flagged) {}
