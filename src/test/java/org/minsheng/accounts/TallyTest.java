package org.minsheng.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final int STATUSES = 3;
    private final Tally tally = new Tally();

    @Test
    void like_refusals_are_one_number() {
        for (int i = 0; i < 1000; i++) tally.add(kind(401, "GET /a", null, "10.0.0.1", "curl"), 1);
        tally.add(kind(401, "GET /b", null, "10.0.0.1", "curl"), 1);
        Map<Tally.Kind, Integer> taken = tally.take();
        assertEquals(2, taken.size());
        assertEquals(1000, taken.get(kind(401, "GET /a", null, "10.0.0.1", "curl")));
        assertEquals(Map.of(), tally.take());
    }

    @Test
    void one_place_that_always_looks_different_is_soon_told_of_as_one() {
        for (int i = 0; i < 10_000; i++) tally.add(kind(400 + i % STATUSES, "GET /" + i, null, "10.0.0.1", "x" + i), 1);
        UUID account = UUID.randomUUID();
        for (int i = 0; i < 10_000; i++) tally.add(kind(404, "GET /" + i, account, "10.0." + i, "x" + i), 1);
        Map<Tally.Kind, Integer> taken = tally.take();
        assertTrue(taken.size() <= 2 * (Tally.KINDS_OF_ONE_PLACE + STATUSES), taken.size() + " kinds");
        assertEquals(20_000, taken.values().stream().mapToInt(n -> n).sum());
        assertTrue(taken.get(kind(401, "*", null, "10.0.0.1", null)) > 3000);
        assertEquals(
                10_000,
                taken.entrySet().stream()
                        .filter(e -> account.equals(e.getKey().account()))
                        .mapToInt(Map.Entry::getValue)
                        .sum());
    }

    @Test
    void a_crowd_of_places_is_bounded_as_a_whole() {
        for (int i = 0; i < 100_000; i++)
            tally.add(kind(400 + i % STATUSES, "GET /" + i, null, "10.1." + i, "x" + i), 1);
        Map<Tally.Kind, Integer> taken = tally.take();
        assertTrue(taken.size() <= Tally.KINDS + STATUSES, taken.size() + " kinds");
        assertEquals(100_000, taken.values().stream().mapToInt(n -> n).sum());
    }

    @Test
    void what_could_not_be_written_is_counted_on() {
        Tally.Kind kind = kind(401, "GET /a", null, "10.0.0.1", "curl");
        tally.add(kind, 5);
        Map<Tally.Kind, Integer> lost = tally.take();
        tally.add(kind, 1);
        lost.forEach(tally::add);
        assertEquals(Map.of(kind, 6), tally.take());
    }

    private static Tally.Kind kind(int status, String operation, UUID account, String address, String client) {
        return new Tally.Kind(
                status + (client == null ? "" : " code"), operation, account, new Origin(address, client));
    }
}
