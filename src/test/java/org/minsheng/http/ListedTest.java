package org.minsheng.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.http.Listed.Key;

/** In memory the rules of a list are those of the database. */
class ListedTest {
    private record Row(UUID id, String name, int year) {}

    private static final Instant AT = Instant.parse("2026-06-30T08:00:00Z");
    // as a signed number the second would be the smaller one
    private static final UUID LOW = UUID.fromString("01900000-0000-7000-8000-000000000000");
    private static final UUID HIGH = UUID.fromString("f1900000-0000-7000-8000-000000000000");
    private CursorSeal seal;
    private final List<Row> rows =
            List.of(new Row(HIGH, "Éa", 2026), new Row(LOW, "ea", 2026), new Row(UUID.randomUUID(), "b", 2025));

    @BeforeEach
    void a_secret(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "x".repeat(32));
        seal = new CursorSeal(new Secret(secret.toString()));
    }

    @Test
    void names_are_equal_but_for_case_and_accents_and_ids_decide_as_bytes() {
        assertEquals(List.of("b", "ea", "Éa"), names("name", 50, null));
        assertEquals(List.of("Éa", "ea", "b"), names("-name", 50, null));
        assertEquals(List.of("ea", "Éa", "b"), names("-year,name", 50, null));
    }

    @Test
    void a_cursor_leads_through_all_rows_once_and_nowhere_else() {
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            Page<Row> page = listed(AT).read(paging("name", 1, cursor), seal);
            page.items().forEach(r -> seen.add(r.name));
            cursor = page.page().next();
        } while (cursor != null);
        assertEquals(List.of("b", "ea", "Éa"), seen);
        String first = listed(AT).read(paging("name", 1, null), seal).page().next();
        assertThrows(Refusal.class, () -> listed(AT).read(paging("-name", 1, first), seal));
        assertThrows(Refusal.class, () -> listed(AT.plusNanos(1000)).read(paging("name", 1, first), seal));
        assertThrows(Refusal.class, () -> listed(AT).given(2026, r -> true).read(paging("name", 1, first), seal));
        assertThrows(Refusal.class, () -> listed(AT).read(paging("age", 1, null), seal));
    }

    private List<String> names(String sort, int limit, String cursor) {
        return listed(AT).read(paging(sort, limit, cursor), seal).items().stream()
                .map(Row::name)
                .toList();
    }

    private Listed<Row> listed(Instant at) {
        return Listed.of("rows", at, rows)
                .sorted("name", Row::id, Key.name("name", Row::name), Key.value("year", Integer.class, Row::year));
    }

    private static Paging paging(String sort, int limit, String cursor) {
        return new Paging(limit, cursor, false, sort, null);
    }
}
