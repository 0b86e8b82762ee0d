package org.minsheng.progress;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PlausibilityProperties {
    private static final BigDecimal FACTOR = BigDecimal.valueOf(5);

    @Property
    void the_usual_is_never_odd(@ForAll @Size(min = 4, max = 12) List<@IntRange(max = 1000) Integer> earlier) {
        List<BigDecimal> values = earlier.stream().map(BigDecimal::valueOf).toList();
        assertFalse(PlausibilityRules.jumps(values, PlausibilityRules.median(values), FACTOR, 4));
    }

    @Property
    void too_few_months_say_nothing(@ForAll @Size(max = 3) List<@IntRange(max = 1000) Integer> earlier) {
        List<BigDecimal> values = earlier.stream().map(BigDecimal::valueOf).toList();
        assertFalse(PlausibilityRules.jumps(values, BigDecimal.valueOf(1_000_000), FACTOR, 4));
    }

    @Example
    void one_digit_too_many_is_odd() {
        List<BigDecimal> values =
                List.of(new BigDecimal("21"), new BigDecimal("19"), new BigDecimal("24"), new BigDecimal("20"));
        assertTrue(PlausibilityRules.jumps(values, new BigDecimal("210"), FACTOR, 4));
        assertFalse(PlausibilityRules.jumps(values, new BigDecimal("26"), FACTOR, 4));
        List<BigDecimal> alike = List.of(BigDecimal.TEN, BigDecimal.TEN, BigDecimal.TEN, BigDecimal.TEN);
        assertTrue(PlausibilityRules.jumps(alike, new BigDecimal("101"), FACTOR, 4));
    }

    @Example
    void a_running_total_that_falls_is_seen() {
        assertTrue(PlausibilityRules.falls(BigDecimal.TEN, BigDecimal.ONE));
        assertFalse(PlausibilityRules.falls(BigDecimal.TEN, new BigDecimal("10.0000")));
        assertFalse(PlausibilityRules.falls(null, BigDecimal.ONE));
    }
}
