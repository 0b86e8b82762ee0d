package org.minsheng.ledger.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.minsheng.ledger.sequence.LedgerProgress.Refused;

class LedgerReadyTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void what_waits_for_a_minute_makes_readiness_red() {
        assertEquals(Status.UP, waiting(Duration.ofMillis(59_999)).getStatus());
        assertEquals(Status.DOWN, waiting(Duration.ofSeconds(60)).getStatus());
        assertEquals(
                60L, waiting(Duration.ofSeconds(60)).getData().orElseThrow().get("lagSeconds"));
    }

    @Test
    void nothing_waits_in_an_empty_queue_and_a_clock_that_was_set_back_makes_no_lag() {
        assertEquals(Status.UP, ready(null, null).getStatus());
        assertEquals(Status.UP, waiting(Duration.ofHours(-1)).getStatus());
    }

    @Test
    void why_nothing_is_signed_is_said_and_alone_is_no_reason_to_send_people_away() {
        HealthCheckResponse restored = ready(null, Refused.RESTORED);
        assertEquals(Status.UP, restored.getStatus());
        assertEquals("RESTORED", restored.getData().orElseThrow().get("notSigned"));
    }

    private static HealthCheckResponse waiting(Duration since) {
        return ready(NOW.minus(since), null);
    }

    private static HealthCheckResponse ready(Instant oldest, Refused refusal) {
        return LedgerReady.told(new LedgerProgress(5, oldest == null ? 0 : 1, oldest, 5, NOW, refusal), NOW);
    }
}
