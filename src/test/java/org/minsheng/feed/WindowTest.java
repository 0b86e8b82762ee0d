package org.minsheng.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.minsheng.access.Actor;
import org.minsheng.access.Role;
import org.minsheng.access.Scope;
import org.minsheng.http.Language;
import org.minsheng.ledger.Audience;

class WindowTest {
    private static final ChangeFilter ALL = new ChangeFilter(null, null, null);

    @Test
    void a_window_goes_on_and_forgets_what_is_old() {
        Window window = Window.NONE.with(new LogEnd("log", 10), 0, places(0, 10, 10));
        assertEquals(0, window.from());
        window = window.with(new LogEnd("log", 1030), 10, places(10, 1030, 10));
        assertEquals(6, window.from());
        assertEquals(1030, window.to());
        assertEquals(Window.LONGEST, window.told().size());
        assertEquals(
                List.of(1028L, 1029L),
                window.since(1028).stream().map(Told::index).toList());
        assertEquals(List.of(), window.since(1030));
    }

    @Test
    void a_window_that_lost_touch_begins_anew() {
        Window window = Window.NONE.with(new LogEnd("log", 10), 0, places(0, 10, 10));
        window = window.with(new LogEnd("log", 2000), 1000, places(1000, 2000, 10));
        assertEquals(1000, window.from());
        assertEquals(1000, window.since(0).size());
    }

    @Test
    void a_window_is_never_large() {
        Window window = Window.NONE.with(new LogEnd("log", 40), 0, places(0, 40, 1_000_000));
        assertEquals(24, window.from());
        assertEquals(16, window.told().size());
        window = window.with(new LogEnd("log", 41), 40, places(40, 41, Window.LARGEST + 1));
        assertEquals(41, window.from());
        assertEquals(List.of(), window.told());
    }

    @Test
    void a_log_that_was_restored_is_another_one() {
        Window window = Window.NONE.with(new LogEnd("log", 10), 0, places(0, 10, 10));
        assertTrue(window.isOf(new LogEnd("log", 10)) && window.isOf(new LogEnd("log", 11)));
        assertFalse(window.isOf(new LogEnd("log", 9)));
        assertFalse(window.isOf(new LogEnd("log-after-restore", 11)));
        assertTrue(Window.NONE.isOf(new LogEnd("log", 10)));
    }

    @Test
    void working_data_is_told_to_its_unit_the_lead_and_who_oversees() {
        UUID project = UUID.randomUUID();
        Told draft =
                new Told(0, "", "", Audience.WORK, "/a/town/", null, project, "progress-entry", Set.of("/a/bureau/"));
        assertTrue(draft.isFor(actor("/a/town/", Role.REPORTER), ALL));
        assertTrue(draft.isFor(actor("/a/bureau/", Role.REPORTER), ALL));
        assertTrue(draft.isFor(actor("/a/office/", Role.SUPERVISOR), ALL));
        assertFalse(draft.isFor(actor("/a/other/", Role.REPORTER), ALL));
        assertFalse(draft.isFor(actor("/a/town/", Role.REPORTER), new ChangeFilter(null, UUID.randomUUID(), null)));
        assertTrue(draft.isFor(actor("/a/town/", Role.REPORTER), new ChangeFilter(null, project, "progress-entry")));
    }

    private static Actor actor(String unit, Role role) {
        UUID id = UUID.randomUUID();
        return new Actor(id, "x", Set.of(role), Scope.of("/a/", unit, id, false), id, Language.ZH);
    }

    private static List<Told> places(long from, long to, int size) {
        String json = "x".repeat(size);
        return LongStream.range(from, to)
                .mapToObj(i -> new Told(i, "", json, Audience.GOVERNMENT, "/a/", null, null, "unit", Set.of()))
                .toList();
    }
}
