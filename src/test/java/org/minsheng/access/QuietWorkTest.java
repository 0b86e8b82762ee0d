package org.minsheng.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;
import org.minsheng.support.Covers;
import org.minsheng.support.Given;
import org.minsheng.support.Reports;
import org.minsheng.support.Sealing;

/** While a unit works, nobody learns of it who may not read it: not by counts, orders, files, tags, or the feed's cursors. */
@QuarkusTest
class QuietWorkTest {
    /** What one has sent already when the others send it too. */
    private static final String SAME = "%PDF-1.7 the same";

    /** Nobody has reported for it, so that whoever does so is the first. */
    private static final String LATEST = Given.month(12);

    @Test
    @Covers({"ASVS 8.2.2", "ASVS 8.2.3"})
    void what_another_unit_is_working_on_changes_no_byte_of_any_answer() {
        List<String> told = told();
        // once in a thousand events of anybody the feed's point moves on: never twice in a row
        if (!told.isEmpty() && told.stream().allMatch(look -> look.contains("/api/v1/changes"))) told = told();
        assertEquals(List.of(), told);
    }

    private static List<String> told() {
        District district = District.in(null);
        String item = item(district.townReporter(), district);
        know(district, "items", item);
        know(district, "evidence", file(district.townReporter(), "items/" + item, SAME));
        Sealing.awaited();
        List<Looking> watchers = List.of(
                new Looking(district, "reporter", district.townReporter()),
                new Looking(district, "observer", district.people().get("observer")));
        Looking lead = new Looking(district, "reviewer", district.people().get("reviewer"));
        List<Map<String, String>> before =
                watchers.stream().map(Looking::answers).toList();
        Map<String, String> seenByLead = lead.answers();

        work(district);
        Sealing.awaited();

        List<String> told = new ArrayList<>();
        for (int i = 0; i < watchers.size(); i++) {
            Map<String, String> after = watchers.get(i).answers();
            before.get(i).forEach((look, answer) -> {
                if (!answer.equals(after.get(look))) told.add(look + ":\n   " + answer + "\n   " + after.get(look));
            });
            assertTrue(after.size() > 200, after.size() + " answers");
        }
        assertNotEquals(seenByLead, lead.answers());
        return told;
    }

    /** All that a town and the bureau do before anything is settled. */
    private static void work(District d) {
        String promise = d.ids().get("indicators").get(1);
        Reports reports = new Reports(
                d.given(),
                d.ids().get("programmes").get(1),
                Map.of(LATEST, d.ids().get("periods").get(4)));
        for (String reporter : List.of(d.secondTownReporter(), d.people().get("reporter"))) {
            String entry = reports.submitted(reporter, promise, LATEST, Map.of("amount", 9, "narrative", "x"));
            Reports.move(reporter, entry, "v1", "withdrawal", Map.of()).statusCode(200);
            Reports.move(reporter, entry, "v2", "submission", Map.of("confirmWarnings", true))
                    .statusCode(200);
            Reports.move(d.people().get("reviewer"), entry, "v3", "return", Map.of("reason", "x"))
                    .statusCode(200);
            for (String holder : List.of("items/" + item(reporter, d), "progress-entries/" + entry)) {
                file(reporter, holder, "%PDF-1.7 " + holder);
                file(reporter, holder, SAME);
            }
        }
        String waiting = d.work().get("progress-entries").get(0);
        Reports.move(d.secondTownReporter(), waiting, "v1", "withdrawal", Map.of())
                .statusCode(200);
        Reports.move(d.secondTownReporter(), waiting, "v2", "submission", Map.of("confirmWarnings", true))
                .statusCode(200);
        As.person(d.secondTownReporter())
                .header("If-Match", "\"v0\"")
                .delete("/api/v1/progress-entries/"
                        + d.work().get("progress-entries").get(1))
                .then()
                .statusCode(204);
    }

    private static void know(District d, String kind, String id) {
        d.ids().merge(kind, List.of(id), (some, more) -> Stream.concat(some.stream(), more.stream())
                .toList());
    }

    private static String item(String reporter, District d) {
        return As.json(
                        reporter,
                        Map.of(
                                "indicatorId",
                                d.ids().get("indicators").get(1),
                                "text",
                                Map.of("name", "new of " + reporter)))
                .post("/api/v1/items")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String file(String reporter, String holder, String content) {
        return As.person(reporter)
                .contentType("application/octet-stream")
                .queryParam("fileName", "b.pdf")
                .body(content.getBytes())
                .post("/api/v1/" + holder + "/evidence")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
