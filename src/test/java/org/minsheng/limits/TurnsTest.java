package org.minsheng.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final List<String> begun = new ArrayList<>();

    @Test
    void the_others_wait_for_their_turn_and_nobody_for_another_name() {
        Turns turns = new Turns(1);
        Turns.Turn first = turn(turns, "busy", "first");
        Turns.Turn second = turn(turns, "busy", "second");
        Turns.Turn third = turn(turns, "busy", "third");
        assertTrue(first.isNow() && turn(turns, "quiet", "other").isNow());
        assertEquals(List.of(), begun);
        first.leave();
        first.leave();
        assertEquals(List.of("second"), begun);
        second.leave();
        third.leave();
        assertEquals(List.of("second", "third"), begun);
        assertTrue(turn(turns, "busy", "later").isNow());
    }

    @Test
    void who_has_waited_too_long_begins_once_and_who_has_gone_never() {
        Turns turns = new Turns(1);
        Turns.Turn first = turn(turns, "busy", "first");
        Turns.Turn gone = turn(turns, "busy", "gone");
        Turns.Turn hurried = turn(turns, "busy", "hurried");
        Turns.Turn last = turn(turns, "busy", "last");
        gone.leave();
        hurried.hurry();
        hurried.hurry();
        first.leave();
        assertEquals(List.of("hurried"), begun);
        hurried.leave();
        last.hurry();
        assertEquals(List.of("hurried", "last"), begun);
    }

    /** @param steps of one turn each: its end, or its hurry */
    @Property(tries = 300)
    void each_begins_exactly_once_whatever_happens(
            @ForAll @IntRange(min = 1, max = 4) int atOnce,
            @ForAll @Size(40) List<@IntRange(max = 19) Integer> steps,
            @ForAll @Size(40) List<Boolean> hurries) {
        begun.clear();
        Turns turns = new Turns(atOnce);
        List<Turns.Turn> all = IntStream.range(0, 20)
                .mapToObj(i -> turn(turns, "one", String.valueOf(i)))
                .toList();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            int which = steps.get(i);
            boolean has = which < atOnce || begun.contains(String.valueOf(which));
            if (hurries.get(i)) all.get(which).hurry();
            else if (has) all.get(which).leave();
        }
        all.stream().limit(atOnce).forEach(Turns.Turn::leave);
        for (int round = 0; round < 20; round++)
            for (String one : List.copyOf(begun)) all.get(Integer.parseInt(one)).leave();
        IntStream.range(atOnce, 20).forEach(i -> expected.add(String.valueOf(i)));
        assertEquals(
                expected,
                begun.stream()
                        .sorted((a, b) -> Integer.parseInt(a) - Integer.parseInt(b))
                        .toList());
        assertTrue(turn(turns, "one", "afterwards").isNow());
    }

    private Turns.Turn turn(Turns turns, String name, String what) {
        return turns.take(name, () -> begun.add(what));
    }
}
