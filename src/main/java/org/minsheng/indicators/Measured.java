package org.minsheng.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What was reached: an amount or level in the base unit, the two parts of a ratio, or the day something was done.
 * Everything that is not known is null, never 0; a deliverable that is known not to be done yet is {@code reported}
 * without a day.
 */
public record Measured(
        BigDecimal amount, BigDecimal numerator, BigDecimal denominator, LocalDate doneOn, boolean reported) {
    public static final Measured NOTHING = new Measured(null, null, null, null, false);

    public static Measured amount(BigDecimal amount) {
        return new Measured(amount, null, null, null, amount != null);
    }

    public static Measured ratio(BigDecimal numerator, BigDecimal denominator) {
        return new Measured(null, numerator, denominator, null, denominator != null && denominator.signum() > 0);
    }

    public static Measured doneOn(LocalDate day) {
        return new Measured(null, null, null, day, true);
    }
}
