package org.minsheng.progress;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;
import org.minsheng.support.Covers;
import org.minsheng.support.Given;
import org.minsheng.support.Reports;

@QuarkusTest
class ReviewTest {
    private Given given;
    private Reports reports;
    private String indicator;
    private String reporter;
    private String reviewer;
    private String town;
    private String townReporter;

    @BeforeEach
    void a_published_promise_with_a_lead_and_a_town() {
        given = Given.district();
        town = given.town("t1", "鼓楼街道");
        Map<String, Object> text = given.projectText(1);
        text.put("coUnitIds", List.of(town));
        String programme = given.programme(Given.YEAR);
        indicator = given.indicator(given.project(programme, text), Given.beds(Given.YEAR));
        given.publish(programme);
        reports = Reports.on(given, programme);
        reporter = given.person("reporter", given.bureau());
        reviewer = given.person("reviewer", given.bureau());
        townReporter = given.person("reporter", town);
    }

    @Test
    @Covers("ASVS 2.3.1")
    void an_entry_goes_from_draft_to_approval_and_then_never_changes() {
        String id = reports.draft(reporter, indicator, Given.month(3), Map.of("amount", 12, "narrative", "已完成 12 张"))
                .statusCode(201)
                .body("status", equalTo("DRAFT"))
                .body("unitName", equalTo("区民政局"))
                .body("actions", contains("edit", "submit", "delete"))
                .extract()
                .path("id");
        As.person(townReporter).get("/api/v1/progress-entries/" + id).then().statusCode(404);
        Reports.move(reporter, id, "v0", "submission", Map.of()).statusCode(200).body("late", equalTo(true));
        As.person(reviewer).get("/api/v1/progress-entries/" + id).then().body("actions", contains("approve", "return"));
        Reports.move(reviewer, id, "v1", "return", Map.of("reason", "请附验收材料"))
                .statusCode(200)
                .body("status", equalTo("RETURNED"))
                .body("returnReason", equalTo("请附验收材料"));
        patch(reporter, id, "v2", Map.of("amount", 11)).statusCode(200).body("amount", equalTo(11));
        Reports.move(reporter, id, "v3", "submission", Map.of()).statusCode(200);
        Reports.move(reviewer, id, "v4", "approval", Map.of()).statusCode(200).body("status", equalTo("APPROVED"));
        patch(reporter, id, "v5", Map.of("amount", 10)).statusCode(409).body("code", equalTo("progress.not-a-draft"));
        As.person(townReporter)
                .get("/api/v1/progress-entries/" + id)
                .then()
                .statusCode(200)
                .body("amount", equalTo(11));
    }

    @Test
    @Covers("GB/T 22239 8.1.4.2 f")
    void a_co_units_entry_is_decided_by_the_lead_and_by_nobody_who_submitted_it() {
        String townReviewer = given.person("reviewer", town);
        String id = reports.submitted(townReporter, indicator, Given.month(3), Map.of("amount", 5));
        Reports.move(townReviewer, id, "v1", "approval", Map.of()).statusCode(404);
        Reports.move(given.supervisor(), id, "v1", "approval", Map.of()).statusCode(403);
        Reports.move(reviewer, id, "v1", "approval", Map.of()).statusCode(200);

        String both = given.person("reporter", given.bureau());
        String entry = reports.submitted(both, indicator, Given.month(3), Map.of("amount", 5));
        grant(both, "reviewer");
        Reports.move(As.again(both), entry, "v1", "approval", Map.of())
                .statusCode(409)
                .body("code", equalTo("progress.own-submission"));
    }

    @Test
    @Covers("ASVS 2.2.3")
    void a_unit_has_one_live_entry_for_a_promise_and_period_and_needs_a_part_in_the_project() {
        reports.draft(reporter, indicator, Given.month(3), Map.of("amount", 1)).statusCode(201);
        reports.draft(reporter, indicator, Given.month(3), Map.of("amount", 2))
                .statusCode(409)
                .body("code", equalTo("progress.already-reported"));
        String stranger = given.person("reporter", given.town("t2", "龙桥街道"));
        reports.draft(stranger, indicator, Given.month(3), Map.of("amount", 1))
                .statusCode(422)
                .body("code", equalTo("progress.unit-has-no-part"));
        reports.draft(reporter, indicator, Given.month(4), Map.of("numerator", 1, "denominator", 2))
                .statusCode(422)
                .body("errors.pointer", contains("/numerator", "/denominator"));
        int next = Given.YEAR + 2;
        String programme = given.programme(next);
        String later = given.indicator(given.project(programme, 1), Given.beds(next));
        given.publish(programme);
        Reports.on(given, programme)
                .draft(reporter, later, next + "-12", Map.of("amount", 1))
                .statusCode(409)
                .body("code", equalTo("period.not-begun"));
    }

    @Test
    void a_closed_period_takes_corrections_and_a_timed_exception_for_one_unit() {
        String approved = reports.approved(reporter, reviewer, indicator, Given.month(3), Map.of("amount", 12));
        String waiting = reports.draft(townReporter, indicator, Given.month(3), Map.of("amount", 3))
                .statusCode(201)
                .extract()
                .path("id");
        String march = reports.periods().get(Given.month(3));
        As.json(given.supervisor(), Map.of())
                .header("If-Match", "\"v0\"")
                .post("/api/v1/periods/" + march + "/closure")
                .then()
                .statusCode(200)
                .body("status", equalTo("CLOSED"));
        Reports.move(townReporter, waiting, "v0", "submission", Map.of())
                .statusCode(409)
                .body("code", equalTo("period.closed"));
        As.json(given.supervisor(), Map.of("unitId", town, "until", "2100-01-01", "reason", "系统故障"))
                .post("/api/v1/periods/" + march + "/extensions")
                .then()
                .statusCode(200);
        Reports.move(townReporter, waiting, "v0", "submission", Map.of()).statusCode(200);

        Map<String, Object> text = Map.of("amount", 11, "reasonCode", "DOUBLE_COUNTING", "reason", "重复计算 1 张");
        correct(approved, "v2", Map.of("text", Map.of("amount", 11)))
                .statusCode(422)
                .body("code", equalTo("progress.correction-needs-reason"));
        String correction = correct(approved, "v2", Map.of("text", text))
                .statusCode(201)
                .extract()
                .path("id");
        As.person(reporter)
                .get("/api/v1/progress-entries/" + approved)
                .then()
                .body("changedSinceApproval", equalTo(true))
                .body("actions", empty());
        Reports.move(reporter, correction, "v0", "submission", Map.of()).statusCode(200);
        Reports.move(reviewer, correction, "v1", "approval", Map.of())
                .statusCode(200)
                .body("supersedesId", equalTo(approved));
        As.person(reporter)
                .get("/api/v1/progress-entries/" + approved)
                .then()
                .body("status", equalTo("SUPERSEDED"))
                .body("amount", equalTo(12));
        As.person(given.supervisor())
                .queryParam("indicator", indicator)
                .queryParam("status", "APPROVED")
                .get("/api/v1/progress-entries")
                .then()
                .body("items.id", contains(correction));
    }

    @Test
    void an_unusual_amount_comes_back_as_a_warning_that_the_reporter_confirms() {
        for (int month = 1; month <= 5; month++)
            reports.approved(reporter, reviewer, indicator, Given.month(month), Map.of("amount", 7 + month % 3));
        String id = reports.draft(reporter, indicator, Given.month(6), Map.of("amount", 80))
                .statusCode(201)
                .extract()
                .path("id");
        Reports.move(reporter, id, "v0", "submission", Map.of())
                .statusCode(422)
                .body("errors.code", hasItem("progress.unusual-amount"));
        Reports.move(reporter, id, "v0", "submission", Map.of("confirmWarnings", true))
                .statusCode(200)
                .body("warnings", contains("progress.unusual-amount"));
        As.person(given.supervisor())
                .queryParam("indicator", indicator)
                .queryParam("count", true)
                .get("/api/v1/progress-entries")
                .then()
                .body("page.total", equalTo(6))
                .body("items", hasSize(6))
                .body("items[0].period", equalTo(Given.month(6)));
    }

    private io.restassured.response.ValidatableResponse correct(String id, String version, Object body) {
        return As.json(reporter, body)
                .header("If-Match", "\"" + version + "\"")
                .post("/api/v1/progress-entries/" + id + "/correction")
                .then();
    }

    private static io.restassured.response.ValidatableResponse patch(
            String who, String id, String version, Object body) {
        return As.person(who)
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .patch("/api/v1/progress-entries/" + id)
                .then();
    }

    private static void grant(String username, String role) {
        String id = As.person("secadmin")
                .queryParam("q", username)
                .get("/api/v1/accounts")
                .then()
                .extract()
                .path("items[0].id");
        As.json("secadmin", Map.of("roles", List.of(role)))
                .header("If-Match", "\"v1\"")
                .put("/api/v1/accounts/" + id + "/roles")
                .then()
                .statusCode(200);
    }
}
