package org.minsheng.status;

import java.time.Instant;
import java.time.LocalDate;
import org.minsheng.indicators.Indicator;
import org.minsheng.indicators.Measured;
import org.minsheng.indicators.Promise;
import org.minsheng.indicators.Trajectory;

/** All that decides about one promise on one day. */
public record Fact(
        Indicator indicator,
        Promise promise,
        Measured measured,
        Trajectory plan,
        Thresholds limits,
        Rating rating,
        String printed,
        boolean overdue,
        LocalDate lastPeriod,
        Instant lastApprovedAt,
        boolean demonstration,
        LocalDate day) {

    public Assessment assess() {
        return StatusRules.assess(promise, measured, plan, limits, overdue, day);
    }
}
