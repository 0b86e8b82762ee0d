package org.minsheng.limits;

import java.util.HashMap;
import java.util.Map;

/** So many for all, and so many of these for each: one who takes all that they may leaves something to others. */
final class Shares {
    private final int all;
    private final int ofOne;
    private final Map<String, Integer> taken = new HashMap<>();
    private int sum;

    Shares(int all, int ofOne) {
        this.all = all;
        this.ofOne = ofOne;
    }

    synchronized boolean take(String who) {
        if (sum >= all || taken.getOrDefault(who, 0) >= ofOne) return false;
        sum++;
        taken.merge(who, 1, Integer::sum);
        return true;
    }

    synchronized void leave(String who) {
        sum--;
        taken.computeIfPresent(who, (one, count) -> count == 1 ? null : count - 1);
    }

    synchronized int taken() {
        return sum;
    }
}
