package org.minsheng.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.minsheng.support.Covers;

class PolicyTest {
    private final Nanos clock = new Nanos();

    @Property(tries = 50)
    @Covers("ASVS 2.4.1")
    void exactly_the_quota_is_served_at_once_and_again_ten_seconds_later(
            @ForAll @IntRange(min = 1, max = 500) int quota) {
        Bucket bucket = new Policy("person", quota).bucket(clock);
        for (int time = 0; time < 3; time++) {
            for (int i = 0; i < quota; i++) assertTrue(bucket.tryConsume(1));
            assertFalse(bucket.tryConsume(1));
            clock.pass(Duration.ofSeconds(10));
        }
    }

    @Property(tries = 50)
    void who_waited_as_told_is_served(@ForAll @IntRange(min = 1, max = 500) int quota) {
        Bucket bucket = new Policy("person", quota).bucket(clock);
        assertTrue(bucket.tryConsume(quota));
        long wait = Policy.seconds(bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
        assertTrue(wait <= 10 / quota + 1, "no longer than needed: " + wait);
        clock.pass(Duration.ofSeconds(wait));
        assertTrue(bucket.tryConsume(1));
    }

    @Property(tries = 1)
    void the_fields_are_structured_as_the_draft_says() {
        Policy policy = new Policy("sign-in", 20);
        assertEquals("\"sign-in\";q=20;w=10", policy.announced());
        assertEquals("\"sign-in\";r=7;t=7", policy.left(7));
        assertEquals("\"sign-in\";r=0;t=13", policy.left(-4));
    }
}
