package org.minsheng.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** So many requests in ten seconds, as the RateLimit-Policy field calls it (draft-ietf-httpapi-ratelimit-headers). */
record Policy(String name, int quota) {
    private static final Duration WINDOW = Duration.ofSeconds(10);

    Bucket bucket(TimeMeter time) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(quota).refillGreedy(quota, WINDOW))
                .withCustomTimePrecision(time)
                .build();
    }

    String announced() {
        return "\"%s\";q=%d;w=%d".formatted(name, quota, WINDOW.toSeconds());
    }

    String left(long requests, long secondsUntilFull) {
        return "\"%s\";r=%d;t=%d".formatted(name, requests, secondsUntilFull);
    }

    /** Some may have been spent in advance. */
    String left(long requests) {
        return left(Math.max(0, requests), seconds((quota - requests) * WINDOW.toNanos() / quota));
    }

    /** Never too few. */
    static long seconds(long nanos) {
        return nanos / 1_000_000_000 + 1;
    }
}
