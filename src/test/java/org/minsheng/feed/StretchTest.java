package org.minsheng.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.minsheng.ledger.Audience;

class StretchTest {
    @Test
    void the_next_point_follows_the_last_change_seen_whatever_of_others_comes_after_it() {
        assertEquals(100, new Stretch(List.of(), 100, 100, false).next());
        assertEquals(100, new Stretch(List.of(), 100, 100 + Stretch.NEAR - 1, false).next());
        assertEquals(121, new Stretch(List.of(at(110), at(120)), 100, 900, false).next());
    }

    @Test
    void so_much_of_others_that_it_would_cost_to_look_at_again_is_left_behind() {
        assertEquals(1100, new Stretch(List.of(), 100, 1100, false).next());
        assertEquals(1111, new Stretch(List.of(at(110)), 100, 2000, false).next());
        assertEquals(100 + Feed.FAR, new Stretch(List.of(at(110)), 100, 100 + Feed.FAR, true).next());
    }

    private static Change at(long index) {
        return new Change(index, Audience.GOVERNMENT, "/", null);
    }
}
