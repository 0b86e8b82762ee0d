package org.minsheng.chronicle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minsheng.http.Language;
import org.minsheng.ledger.LedgerEvent;

/** Lines from recorded bodies alone, of the older format too. */
class TellingTest {
    private static final UUID PROMISE = UUID.fromString("0197f2d4-7c1e-7e0a-9a55-3a1f6d2b8c01");
    private static final UUID ENTRY = UUID.fromString("0197f2d4-7c1e-7e0a-9a55-3a1f6d2b8c02");

    @Test
    void a_value_is_told_in_the_words_of_its_measure() {
        assertEquals("区卫健局上报 2026-03 进展：“甲”累计 40 家", reported("INCREMENT", "TO_DATE", "'amount':'40'"));
        assertEquals("区卫健局上报 2026-03 进展：“甲”达到 65 家", reported("STOCK", "TO_DATE", "'amount':'65'"));
        assertEquals("区卫健局上报 2026-03 进展：“甲”2026年3月9日完成", reported("DELIVERABLE", "TO_DATE", "'doneOn':'2026-03-09'"));
        assertEquals("区卫健局上报 2026-03 进展：“甲”尚未完成", reported("DELIVERABLE", "TO_DATE", "'doneOn':null"));
        assertEquals("区卫健局上报 2026-03 进展：“甲”尚未填数", reported("INCREMENT", "PERIOD", "'amount':null"));
        assertEquals(
                "区卫健局上报 2026-03 进展：“甲”9999/10000（99.99%）",
                reported("RATIO", "TO_DATE", "'numerator':'9999','denominator':'10000'"));
    }

    @Test
    void what_was_made_up_for_the_demonstration_says_so_and_its_evidence_too() {
        String made = "{'state':{'period':'2026-03','text':{},'demonstration':true}}";
        Told entry = told(ENTRY, "progress-entry", "progress.drafted", made, 1);
        Told file = told(
                UUID.randomUUID(),
                "evidence",
                "evidence.attached",
                "{'state':{'subjectType':'PROGRESS_ENTRY','subjectId':'" + ENTRY + "','fileName':'单.pdf'}}",
                2);
        Telling telling = new Telling(
                new Words(Language.ZH), new Background(Map.of(), Map.of("progress-entry/" + ENTRY, entry), Map.of()));
        assertTrue(telling.line(0, entry).demonstration());
        assertTrue(telling.line(1, file).demonstration());
        assertFalse(line("{'state':{'text':{},'demonstration':false}}").demonstration());
    }

    @Test
    void an_act_of_the_system_is_told_as_one() {
        assertEquals(
                "系统",
                line("{'actor':{'name':{'sha256':'00'}},'state':{'text':{}}}").who());
    }

    @Test
    void a_spoilt_body_does_not_silence_the_story() {
        ChronicleLine line = line("{'state'");
        assertEquals("progress.submitted", line.action());
        assertTrue(line.changes().isEmpty());
    }

    @Test
    void a_split_over_a_unit_that_is_gone_is_still_told() {
        Told split = told(
                PROMISE,
                "indicator",
                "indicator.allocated",
                "{'state':{'planned':'allocations','indicator':{'name':'甲','unitOfMeasure':'bed'},"
                        + "'parts':[{'unitId':'" + ENTRY + "','amount':'3'}]}}",
                1);
        Telling telling = new Telling(new Words(Language.ZH), new Background(Map.of(), Map.of(), Map.of()));
        assertEquals("系统分解指标“甲”任务：（单位已不存） 3 张", telling.line(0, split).sentence());
    }

    @Test
    void the_older_format_with_its_nulls_is_no_change() {
        Told before = entry("{'state':{'status':'DRAFT','text':{'amount':'1','doneOn':null,'narrative':null}}}");
        Told after = entry("{'state':{'status':'SUBMITTED','text':{'amount':'1'}}}");
        Telling telling = new Telling(
                new Words(Language.EN), new Background(Map.of(after.event().id, before), Map.of(), Map.of()));
        assertEquals(
                java.util.List.of(new ChronicleChange("status", "State", "Draft", "Submitted")),
                telling.line(0, after).changes());
    }

    private static String reported(String kind, String basis, String values) {
        Told promise = told(
                PROMISE,
                "indicator",
                "indicator.frozen",
                "{'state':{'name':'甲','measureKind':'%s','reportingBasis':'%s','unitOfMeasure':'institution'}}"
                        .formatted(kind, basis),
                1);
        Told entry = entry("{'state':{'indicatorId':'%s','unitName':'区卫健局','period':'2026-03','text':{%s}}}"
                .formatted(PROMISE, values));
        Background background = new Background(Map.of(), Map.of("indicator/" + PROMISE, promise), Map.of());
        return new Telling(new Words(Language.ZH), background).line(0, entry).sentence();
    }

    private static ChronicleLine line(String body) {
        return new Telling(new Words(Language.ZH), new Background(Map.of(), Map.of(), Map.of())).line(0, entry(body));
    }

    private static Told entry(String body) {
        return told(ENTRY, "progress-entry", "progress.submitted", body, 7);
    }

    private static Told told(UUID id, String type, String action, String body, long pk) {
        LedgerEvent event = new LedgerEvent() {};
        event.id = pk;
        event.subjectId = id;
        event.subjectType = type;
        event.action = action;
        event.occurredAt = Instant.parse("2026-04-02T07:30:00Z");
        event.body = body.replace('\'', '"');
        return Told.of(event, Map.of());
    }
}
