package org.minsheng.ledger.verification;

import java.util.ArrayList;
import java.util.List;

/** What a check finds, counted and the first hundred kept. */
final class Findings {
    private static final int KEPT = 100;
    private final List<Finding> first = new ArrayList<>();
    private long count;
    private Long firstBad;

    void add(Long index, Finding.Code code, String subject) {
        count++;
        if (first.size() < KEPT) first.add(new Finding(index, code, subject));
        if (index != null && (firstBad == null || index < firstBad)) firstBad = index;
    }

    List<Finding> first() {
        return List.copyOf(first);
    }

    long count() {
        return count;
    }

    Long firstBad() {
        return firstBad;
    }

    /** Whether the first bad index is one of these. */
    boolean beganWithin(long from, long to) {
        return firstBad != null && firstBad >= from && firstBad < to;
    }
}
