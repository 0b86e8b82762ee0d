package org.minsheng.status;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;
import org.minsheng.support.Given;
import org.minsheng.support.Reports;

/** Random months of drafts, returns, approvals and corrections: what is kept is always what the entries say. */
@QuarkusTest
class StandingTest {
    private final Random random = new Random(20260101);

    @Test
    void the_standing_equals_a_recomputation_after_any_history() {
        Given given = Given.district();
        String town = given.town("t1", "鼓楼街道");
        Map<String, Object> text = given.projectText(1);
        text.put("coUnitIds", List.of(town));
        String programme = given.programme(Given.YEAR);
        String project = given.project(programme, text);
        String beds = given.indicator(project, Given.beds(Given.YEAR));
        Map<String, Object> stock = Given.beds(Given.YEAR);
        stock.putAll(Map.of("ordinal", 2, "code", "1.2", "measureKind", "STOCK", "reportingBasis", "TO_DATE"));
        String level = given.indicator(project, stock);
        given.publish(programme);
        Reports reports = Reports.on(given, programme);
        List<String> reporters = List.of(given.person("reporter", given.bureau()), given.person("reporter", town));
        String reviewer = given.person("reviewer", given.bureau());

        List<String[]> approved = new ArrayList<>();
        for (int month = 1; month <= 6; month++)
            for (String reporter : reporters)
                for (String indicator : List.of(beds, level)) {
                    String id = happen(reports, reporter, reviewer, indicator, month);
                    if (id != null) approved.add(new String[] {id, reporter});
                }
        for (String[] one : approved) if (random.nextInt(4) == 0) correct(one[0], one[1], reviewer);

        for (String indicator : List.of(beds, level)) {
            // today reads the standing, any other day the entries
            Map<String, Object> kept = status(given, indicator, LocalDate.now(org.minsheng.time.Time.CHINA));
            Map<String, Object> made = status(given, indicator, LocalDate.of(Given.YEAR, 12, 31));
            assertEquals(made.get("actual"), kept.get("actual"));
            assertEquals(made.get("lastPeriod"), kept.get("lastPeriod"));
        }
        As.json(given.supervisor(), Map.of())
                .post("/api/v1/programmes/" + programme + "/standing-rebuild")
                .then()
                .statusCode(200)
                .body("indicators", equalTo(2))
                .body("different", equalTo(0));
    }

    private String happen(Reports reports, String reporter, String reviewer, String indicator, int month) {
        int fate = random.nextInt(5);
        Map<String, Integer> text = Map.of("amount", random.nextInt(50));
        if (fate == 0) return null;
        if (fate == 1) {
            reports.draft(reporter, indicator, Given.month(month), text).statusCode(201);
            return null;
        }
        if (fate == 2) {
            String id = reports.submitted(reporter, indicator, Given.month(month), text);
            Reports.move(reviewer, id, "v1", "return", Map.of("reason", "请核对")).statusCode(200);
            return null;
        }
        return reports.approved(reporter, reviewer, indicator, Given.month(month), text);
    }

    private void correct(String id, String reporter, String reviewer) {
        Map<String, Object> text = Map.of("amount", random.nextInt(50), "reasonCode", "OTHER", "reason", "核对");
        String correction = As.json(reporter, Map.of("text", text))
                .header("If-Match", "\"v2\"")
                .post("/api/v1/progress-entries/" + id + "/correction")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Reports.move(reporter, correction, "v0", "submission", Map.of("confirmWarnings", true))
                .statusCode(200);
        if (random.nextBoolean())
            Reports.move(reviewer, correction, "v1", "approval", Map.of()).statusCode(200);
    }

    private static Map<String, Object> status(Given given, String indicator, LocalDate day) {
        return As.person(given.supervisor())
                .queryParam("date", day.toString())
                .get("/api/v1/indicators/" + indicator + "/status")
                .then()
                .statusCode(200)
                .extract()
                .path("");
    }
}
