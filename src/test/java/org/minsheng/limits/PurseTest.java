package org.minsheng.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.minsheng.support.Covers;

class PurseTest {
    private final Nanos clock = new Nanos();

    @Property(tries = 50)
    @Covers("ASVS 2.4.1")
    void a_tenth_of_the_quota_waits_for_nothing_and_the_rest_follows_at_four_times_its_rate(
            @ForAll @IntRange(min = 10, max = 500) int quota) {
        Purse purse = new Purse(new Policy("person", quota), clock);
        for (int asked = 1; asked <= quota; asked++) {
            assertTrue(purse.pay(1).isConsumed());
            assertEquals(Math.max(0, asked - quota / 10) * 10_000L / (4 * quota), purse.ahead());
        }
        assertFalse(purse.pay(1).isConsumed());
        long wait = purse.ahead();
        clock.pass(Duration.ofMillis(wait + 1));
        assertEquals(0, purse.ahead(), "a refusal is not waited for, and waiting ends");
    }

    @Property(tries = 50)
    void what_is_paid_in_advance_is_waited_for(@ForAll @IntRange(min = 1, max = 500) int more) {
        Purse purse = new Purse(new Policy("person", 100), clock);
        purse.payMore(more);
        assertEquals(more >= 100, purse.isEmpty());
        assertEquals("\"person\";r=%d;t=%d".formatted(Math.max(0, 100 - more), more / 10 + 1), purse.left());
        assertEquals(Math.max(0, more - 10) * 25L, purse.ahead());
    }

    @Property(tries = 50)
    void whoever_keeps_to_the_rate_never_waits(@ForAll @IntRange(min = 1, max = 500) int quota) {
        Purse purse = new Purse(new Policy("client", quota), clock);
        for (int asked = 0; asked < 3 * quota; asked++) {
            assertTrue(purse.pay(1).isConsumed());
            assertEquals(0, purse.ahead());
            clock.pass(Duration.ofSeconds(10).dividedBy(quota).plusNanos(1));
        }
    }
}
