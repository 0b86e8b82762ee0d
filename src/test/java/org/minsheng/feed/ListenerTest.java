package org.minsheng.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.junit.jupiter.api.Test;
import org.minsheng.access.Actor;

class ListenerTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private final Listeners listeners = new Listeners(
            new Tail(null, null, null, null), config(), Clock.fixed(NOW, ZoneOffset.UTC), new SimpleMeterRegistry());

    @Test
    void who_takes_nothing_for_a_minute_is_stuck_and_who_waits_for_a_change_is_not() {
        AssertSubscriber<OutboundSseEvent> client = joined();
        Listener one = listeners.all().iterator().next();
        assertEquals(1, client.getItems().size());
        assertFalse(one.isStuck(NOW.plusSeconds(60)));
        assertTrue(one.isStuck(NOW.plusSeconds(60).plusNanos(1)));
        client.request(1);
        assertFalse(one.isStuck(NOW.plusSeconds(3600)));
    }

    @Test
    void who_is_ended_is_forgotten_and_hears_nothing_more_but_the_end() {
        AssertSubscriber<OutboundSseEvent> client = joined();
        listeners.end(listeners.all().iterator().next());
        assertTrue(listeners.all().isEmpty());
        client.assertNotTerminated().request(1).assertCompleted();
        assertEquals(1, client.getItems().size());
    }

    /** One who takes the first frame, which tells where the stream begins. */
    private AssertSubscriber<OutboundSseEvent> joined() {
        Asked asked = new Asked(
                Actor.system("test"),
                NOW.plusSeconds(600),
                new ChangeFilter(null, null, null),
                0,
                "cursor",
                new Frames(new SseImpl()));
        return listeners.join(asked).subscribe().withSubscriber(AssertSubscriber.create(1));
    }

    private static ChangesConfig config() {
        return new ChangesConfig() {
            @Override
            public Duration heartbeat() {
                return Duration.ofSeconds(15);
            }

            @Override
            public int listeners() {
                return 10;
            }
        };
    }
}
