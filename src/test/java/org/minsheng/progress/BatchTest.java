package org.minsheng.progress;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;
import org.minsheng.support.Given;
import org.minsheng.support.Reports;

@QuarkusTest
class BatchTest {
    private Given given;
    private Reports reports;
    private String beds;
    private String reporter;
    private String reviewer;

    @BeforeEach
    void a_promise_and_its_people() {
        given = Given.district();
        String programme = given.programme(Given.YEAR);
        beds = given.indicator(given.project(programme, 1), Given.beds(Given.YEAR));
        given.publish(programme);
        reports = Reports.on(given, programme);
        reporter = given.person("reporter", given.bureau());
        reviewer = given.person("reviewer", given.bureau());
    }

    @Test
    void each_entry_of_a_batch_is_judged_alone() {
        String good = drafted(1, Map.of("amount", 5));
        String empty = drafted(2, Map.of("narrative", "尚无数据"));
        String stale = drafted(3, Map.of("amount", 6));
        String foreign = Given.district().bureau();
        List<Map<String, Object>> items =
                List.of(item(good, 0), item(empty, 0), item(stale, 4), item(foreign, 0), item(good, 0));
        As.json(reporter, Map.of("items", items))
                .post("/api/v1/progress-entry-submissions")
                .then()
                .statusCode(200)
                .body("moved", equalTo(1))
                .body("refused", equalTo(4))
                .body("items.status", contains(200, 422, 412, 404, 422))
                .body("items[0].entry.status", equalTo("SUBMITTED"))
                .body("items[1].problem.errors[0].pointer", equalTo("/amount"))
                .body("items[4].problem.code", equalTo("progress.entry-twice"));
        As.person(reporter).get("/api/v1/progress-entries/" + empty).then().body("status", equalTo("DRAFT"));
    }

    @Test
    void a_batch_of_approvals_counts_all_of_them_and_is_done_once() {
        String first = reports.submitted(reporter, beds, Given.month(1), Map.of("amount", 5));
        String second = reports.submitted(reporter, beds, Given.month(2), Map.of("amount", 7));
        String draft = drafted(3, Map.of("amount", 9));
        Map<String, Object> batch = Map.of("items", List.of(item(first, 1), item(second, 1), item(draft, 0)));
        for (int i = 0; i < 2; i++)
            As.json(reviewer, batch)
                    .header("Idempotency-Key", "batch-" + given.tag())
                    .post("/api/v1/progress-entry-approvals")
                    .then()
                    .statusCode(200)
                    .body("items.status", contains(200, 200, 409));
        As.person(reviewer).get("/api/v1/indicators/" + beds + "/status").then().body("actual", equalTo(12));
    }

    private String drafted(int month, Map<String, ?> text) {
        return reports.draft(reporter, beds, Given.month(month), text)
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, Object> item(String id, int version) {
        return Map.of("id", id, "version", version);
    }
}
