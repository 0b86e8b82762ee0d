package org.minsheng.reports;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;
import org.minsheng.support.Given;
import org.minsheng.support.Reports;

/** What changed between two instants, for whoever asks. */
@QuarkusTest
class ProgrammeComparisonTest {
    private Given given;
    private String programme;
    private String project;
    private String indicator;
    private String town;

    @BeforeEach
    void a_draft_of_one_promise() {
        given = Given.district();
        town = given.town("t1", "鼓楼街道");
        programme = given.programme(Given.YEAR);
        project = given.project(programme, 1);
        indicator = given.indicator(project, Given.beds(Given.YEAR));
    }

    @Test
    void an_edited_draft_is_told_field_by_field_to_those_who_see_drafts() {
        Instant from = now();
        As.json(given.supervisor(), Map.of("name", "优化养老"))
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "\"v0\"")
                .patch("/api/v1/projects/" + project)
                .then()
                .statusCode(200);
        given.project(programme, 2);
        compared(given.supervisor(), from, now())
                .statusCode(200)
                .body("items.subjectType", contains("project", "project"))
                .body("items.what", contains("CHANGED", "ADDED"))
                .body("items[0].name", equalTo("优化养老"))
                .body("items[0].changes", equalTo(1))
                .body("items[0].lastAction", equalTo("project.edited"))
                .body("items[0].fields.field", contains("name"))
                .body("items[0].fields[0].from", equalTo("优化养老服务"))
                .body("items[0].fields[0].to", equalTo("优化养老"))
                .body("items[1].fields.find { it.field == 'leadUnits' }.to", equalTo("区民政局"))
                .body("items[1].fields.find { it.field == 'leadUnits' }.from", nullValue());
        compared(given.person("observer", given.bureau()), from, now()).statusCode(404);
        compared(given.supervisor(), now(), from).statusCode(400).body("code", equalTo("request.from-not-before-to"));
        compared(given.supervisor(), from, Instant.now().plusSeconds(3600))
                .statusCode(400)
                .body("code", equalTo("request.in-the-future"));
    }

    @Test
    void a_published_programme_is_new_to_those_who_saw_no_draft() {
        Instant from = now();
        given.publish(programme);
        compared(given.supervisor(), from, now())
                .body("items.subjectType", contains("programme"))
                .body("items[0].fields.field", contains("publishedAt", "status"))
                .body("items[0].fields[1].from", equalTo("DRAFT"))
                .body("items[0].fields[1].to", equalTo("PUBLISHED"));
        String observer = given.person("observer", given.bureau());
        compared(observer, from, now())
                .body("items.subjectType", contains("programme", "project", "indicator"))
                .body("items.what", contains("ADDED", "ADDED", "ADDED"));
    }

    @Test
    void a_changed_target_names_the_document_behind_it() {
        given.publish(programme);
        Instant from = now();
        Map<String, Object> order = Map.of(
                "subjectType", "INDICATOR",
                "subjectId", indicator,
                "action", "CHANGE_TARGET",
                "newValue", 120,
                "newPrinted", "120 张",
                "reason", "上级下达任务调整",
                "approvedBy", "区人大常委会",
                "documentNumber", "济兗人发〔2026〕9号",
                "effectiveOn", Given.month(7) + "-01");
        As.json(given.supervisor(), order)
                .post("/api/v1/programmes/" + programme + "/change-orders")
                .then()
                .statusCode(201);
        compared(given.person("observer", given.bureau()), from, now())
                .body("items.subjectType", contains("indicator", "change-order"))
                .body("items[0].name", equalTo("1.1 新增护理型床位数"))
                .body("items[0].documentNumber", equalTo("济兗人发〔2026〕9号"))
                .body("items[0].reason", equalTo("上级下达任务调整"))
                .body("items[0].fields.find { it.field == 'targetValue' }.from", equalTo("100"))
                .body("items[0].fields.find { it.field == 'targetValue' }.to", equalTo("120"))
                .body("items[1].what", equalTo("ADDED"))
                .body("items[1].name", equalTo("济兗人发〔2026〕9号 · 1.1 新增护理型床位数"));
        As.person(given.supervisor())
                .queryParam("from", from.toString())
                .queryParam("subjectType", "change-order")
                .get("/api/v1/programmes/" + programme + "/comparison")
                .then()
                .statusCode(200)
                .body("items.subjectType", contains("change-order"));
    }

    @Test
    void an_approved_correction_shows_both_entries_and_a_draft_nothing_to_strangers() {
        given.publish(programme);
        Reports reports = Reports.on(given, programme);
        String reporter = given.person("reporter", given.bureau());
        String reviewer = given.person("reviewer", given.bureau());
        String stranger = given.person("reporter", town);
        String entry = reports.approved(reporter, reviewer, indicator, Given.month(3), Map.of("amount", 12));
        Instant approved = now();
        Map<String, Object> text = Map.of("amount", 11, "reasonCode", "DOUBLE_COUNTING", "reason", "重复计算 1 张");
        String correction = As.json(reporter, Map.of("text", text))
                .header("If-Match", "\"v2\"")
                .post("/api/v1/progress-entries/" + entry + "/correction")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        compared(stranger, approved, now()).body("items", empty());
        compared(reviewer, approved, now()).body("items.subjectId", contains(correction));
        Instant drafted = now();
        Reports.move(reporter, correction, "v0", "submission", Map.of()).statusCode(200);
        Reports.move(reviewer, correction, "v1", "approval", Map.of()).statusCode(200);

        compared(stranger, approved, now())
                .body("items.subjectType", contains("progress-entry", "progress-entry"))
                .body("items.name", contains(name(), name()))
                .body("items.find { it.subjectId == '" + entry + "' }.what", equalTo("CHANGED"))
                .body("items.find { it.subjectId == '" + entry + "' }.reason", equalTo("重复计算 1 张"))
                .body("items.find { it.subjectId == '" + entry + "' }.fields.field", contains("status"))
                .body("items.find { it.subjectId == '" + correction + "' }.what", equalTo("ADDED"))
                .body("items.find { it.subjectId == '" + correction + "' }.changes", equalTo(1));
        compared(reporter, drafted, now())
                .body("items.find { it.subjectId == '" + correction + "' }.what", equalTo("CHANGED"))
                .body("items.find { it.subjectId == '" + correction + "' }.changes", equalTo(2));
        List<String> seen = new ArrayList<>();
        String cursor = null;
        Instant to = now();
        do {
            var request = As.person(stranger)
                    .queryParam("from", approved.toString())
                    .queryParam("to", to.toString())
                    .queryParam("limit", 1);
            if (cursor != null) request.queryParam("cursor", cursor);
            var page = request.get("/api/v1/programmes/" + programme + "/comparison")
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.path("items.subjectId"));
            cursor = page.path("page.next");
        } while (cursor != null);
        assertThat(seen, containsInAnyOrder(entry, correction));
    }

    private static String name() {
        return "1.1 新增护理型床位数 · 区民政局 · " + Given.month(3);
    }

    private ValidatableResponse compared(String who, Instant from, Instant to) {
        return As.person(who)
                .queryParam("from", from.toString())
                .queryParam("to", to.toString())
                .get("/api/v1/programmes/" + programme + "/comparison")
                .then();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
