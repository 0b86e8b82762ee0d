package org.minsheng.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.minsheng.support.Covers;

class SharesTest {
    @Test
    @Covers("ASVS 15.2.2")
    void who_has_taken_all_of_theirs_leaves_the_rest_to_others() {
        Shares shares = new Shares(3, 2);
        assertEquals(
                List.of(true, true, false, true, false),
                Stream.of("a", "a", "a", "b", "b").map(shares::take).toList());
        shares.leave("b");
        assertEquals(List.of(false, true), Stream.of("a", "c").map(shares::take).toList());
        shares.leave("a");
        assertEquals(true, shares.take("a"));
        assertEquals(3, shares.taken());
    }
}
