package org.minsheng.indicators;

import java.math.BigDecimal;
import java.util.Map;

/** An amount as printed, {@code 21.38} {@code 万平方米}, and exactly in its base unit, 213800 m². */
public record PrintedAmount(String value, String unit) {
    private static final Map<Character, BigDecimal> SCALES =
            Map.of('万', BigDecimal.valueOf(10_000), '亿', BigDecimal.valueOf(100_000_000));

    /** {@code 21.38 万平方米}: what stands before the first space is the number. */
    static PrintedAmount of(String printed) {
        String[] parts = printed.split(" ", 2);
        return new PrintedAmount(parts[0], parts.length == 1 ? null : parts[1]);
    }

    public BigDecimal base() {
        BigDecimal printed = new BigDecimal(value);
        if (unit == null || unit.isEmpty()) return printed;
        return printed.multiply(SCALES.getOrDefault(unit.charAt(0), BigDecimal.ONE));
    }

    /** Exact comparison: 7.3万 is 73000 and not 72950. */
    public boolean says(BigDecimal amount) {
        return base().compareTo(amount) == 0;
    }

    @Override
    public String toString() {
        return unit == null ? value : value + " " + unit;
    }
}
