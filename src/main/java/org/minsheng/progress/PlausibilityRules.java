package org.minsheng.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What is odd about a number a unit reports: a running total that falls needs a reason, a jump a second look. */
public final class PlausibilityRules {
    private static final BigDecimal TO_SIGMA = new BigDecimal("1.4826");

    private PlausibilityRules() {}

    /** A running total never falls without a reason. */
    public static boolean falls(BigDecimal before, BigDecimal now) {
        return before != null && now != null && now.compareTo(before) < 0;
    }

    /**
     * Whether an increment is further from the median of the earlier ones than {@code factor} robust deviations (1.4826 ×
     * median absolute deviation); never with fewer than {@code enough} earlier ones.
     */
    public static boolean jumps(List<BigDecimal> earlier, BigDecimal now, BigDecimal factor, int enough) {
        if (now == null || earlier.size() < enough) return false;
        BigDecimal middle = median(earlier);
        BigDecimal spread = median(
                        earlier.stream().map(e -> e.subtract(middle).abs()).toList())
                .multiply(TO_SIGMA);
        BigDecimal off = now.subtract(middle).abs();
        // months that were all alike: ten times as much, or nothing at all, is odd all the same
        if (spread.signum() == 0) return off.compareTo(middle.abs().multiply(BigDecimal.valueOf(9))) > 0;
        return off.compareTo(spread.multiply(factor)) > 0;
    }

    static BigDecimal median(List<BigDecimal> values) {
        List<BigDecimal> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        if (sorted.size() % 2 == 1) return sorted.get(half);
        return sorted.get(half - 1).add(sorted.get(half)).divide(BigDecimal.valueOf(2), 10, RoundingMode.HALF_EVEN);
    }
}
