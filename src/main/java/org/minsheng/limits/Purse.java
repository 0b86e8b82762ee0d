package org.minsheng.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;

/** What one payer has left, and how far ahead it is of the pace at which it may spend that. */
final class Purse {
    private final Policy policy;
    private final Bucket quota;
    private final Bucket pace;

    Purse(Policy policy, TimeMeter time) {
        this.policy = policy;
        quota = policy.bucket(time);
        pace = policy.pace(time);
    }

    ConsumptionProbe pay(long requests) {
        ConsumptionProbe probe = quota.tryConsumeAndReturnRemaining(requests);
        if (probe.isConsumed()) pace.consumeIgnoringRateLimits(requests);
        return probe;
    }

    /** In advance if need be. */
    void payMore(long requests) {
        quota.consumeIgnoringRateLimits(requests);
        pace.consumeIgnoringRateLimits(requests);
    }

    boolean isEmpty() {
        return quota.getAvailableTokens() <= 0;
    }

    /** As the RateLimit field tells it. */
    String left() {
        return policy.left(quota.getAvailableTokens());
    }

    /** Milliseconds that the next request should wait. */
    long ahead() {
        return policy.ahead(-pace.getAvailableTokens());
    }
}
