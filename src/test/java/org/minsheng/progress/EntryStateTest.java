package org.minsheng.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minsheng.ledger.Audience;
import org.minsheng.ledger.past.Remembered;

/** Bodies that were recorded before today's are still read. */
class EntryStateTest {
    private static final Instant RECORDED = Instant.parse("2026-03-31T08:00:00.000001Z");

    @Test
    void a_body_of_the_first_format_wrote_null_for_nothing_and_did_not_say_when() {
        EntryState entry = EntryState.of(remembered("""
                {"action":"progress.submitted","format":1,"reason":null,"state":{"decidedAt":null,"decidedBy":null,
                 "demonstration":false,"indicatorId":"0197f2d4-7c1e-7e0a-9a55-3a1f6d2b8c01","late":true,"period":"2026-Q1",
                 "returnReason":null,"returns":0,"status":"SUBMITTED","supersedesId":null,
                 "text":{"amount":"12.5","doneOn":null,"narrative":"进展"},"warnings":null}}"""));
        assertEquals(EntryStatus.SUBMITTED, entry.status());
        assertEquals("12.5", entry.text().amount().toPlainString());
        assertNull(entry.text().doneOn());
        assertEquals(RECORDED, entry.updatedAt());
        assertEquals(LocalDate.of(2026, 1, 1), entry.periodStart());
    }

    @Test
    void a_period_begins_on_the_day_that_its_code_says() {
        assertEquals(LocalDate.of(2026, 12, 1), Cadence.start("2026-12"));
        assertEquals(LocalDate.of(2026, 10, 1), Cadence.start("2026-Q4"));
    }

    private static Remembered remembered(String body) {
        UUID id = UUID.randomUUID();
        return new Remembered(
                id, "progress-entry", id, 1, "progress.submitted", Audience.WORK, "a/", id, id, RECORDED, body);
    }
}
