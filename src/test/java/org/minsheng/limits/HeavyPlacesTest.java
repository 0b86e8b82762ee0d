package org.minsheng.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.minsheng.http.Refusal;
import org.minsheng.support.Covers;

class HeavyPlacesTest {
    @Test
    @Covers("ASVS 15.2.2")
    void who_finds_places_and_queue_full_is_told_to_come_back() {
        HeavyPlaces places = places(2, 0, Duration.ofSeconds(20));
        places.take();
        places.take();
        Refusal refused = assertThrows(Refusal.class, places::take);
        assertEquals(503, refused.status());
        assertEquals(5, refused.retryAfter());
    }

    @Test
    void who_waits_gets_the_place_that_is_left() throws Exception {
        HeavyPlaces places = places(1, 1, Duration.ofSeconds(20));
        places.take();
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(places::take);
        places.leave();
        waiting.get(10, TimeUnit.SECONDS);
        places.leave();
        places.take();
    }

    @Test
    void who_waited_in_vain_leaves_the_queue_to_others() {
        HeavyPlaces places = places(1, 1, Duration.ofMillis(5));
        places.take();
        assertThrows(Refusal.class, places::take);
        assertThrows(Refusal.class, places::take);
        places.leave();
        places.take();
    }

    private static HeavyPlaces places(int atOnce, int waiting, Duration patience) {
        return new HeavyPlaces(new LimitsConfig.Heavy() {
            @Override
            public int atOnce() {
                return atOnce;
            }

            @Override
            public int waiting() {
                return waiting;
            }

            @Override
            public Duration patience() {
                return patience;
            }

            @Override
            public int reading() {
                return 1;
            }

            @Override
            public int readingOfOne() {
                return 1;
            }
        });
    }
}
