package org.minsheng.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** So many requests in ten seconds, as the RateLimit-Policy field calls it (draft-ietf-httpapi-ratelimit-headers). */
record Policy(String name, int quota) {
    private static final Duration WINDOW = Duration.ofSeconds(10);
    /** A page that opens asks for this part of it at once; what is more follows faster than it comes back, but not at once. */
    private static final int PART_AT_ONCE = 10;

    private static final int TIMES_FASTER = 4;

    Bucket bucket(TimeMeter time) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(quota).refillGreedy(quota, WINDOW))
                .withCustomTimePrecision(time)
                .build();
    }

    Bucket pace(TimeMeter time) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(Math.max(1, quota / PART_AT_ONCE))
                        .refillGreedy((long) quota * TIMES_FASTER, WINDOW))
                .withCustomTimePrecision(time)
                .build();
    }

    /** In milliseconds. */
    long ahead(long requests) {
        return Math.max(0, requests) * WINDOW.toMillis() / ((long) quota * TIMES_FASTER);
    }

    String announced() {
        return "\"%s\";q=%d;w=%d".formatted(name, quota, WINDOW.toSeconds());
    }

    /** Some may have been spent in advance; until it is full again it takes so many seconds. */
    String left(long requests) {
        return "\"%s\";r=%d;t=%d"
                .formatted(name, Math.max(0, requests), seconds((quota - requests) * WINDOW.toNanos() / quota));
    }

    /** Never too few. */
    static long seconds(long nanos) {
        return nanos / 1_000_000_000 + 1;
    }
}
