package org.minsheng.items;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;
import org.minsheng.support.Covers;
import org.minsheng.support.Given;
import org.minsheng.support.Reports;

@QuarkusTest
class ItemTest {
    private Given given;
    private String project;
    private String beds;
    private Reports reports;
    private String reporter;
    private String reviewer;

    @BeforeEach
    void a_promise_kept_by_its_items() {
        given = Given.district();
        String programme = given.programme(Given.YEAR);
        project = given.project(programme, 1);
        beds = given.indicator(project, Given.beds(Given.YEAR));
        given.publish(programme);
        reports = Reports.on(given, programme);
        reporter = given.person("reporter", given.bureau());
        reviewer = given.person("reviewer", given.bureau());
        keep("COUNT");
    }

    @Test
    void an_entry_says_what_the_accepted_items_say() {
        accept(registered("一号楼", Given.month(1) + "-10"));
        accept(registered("二号楼", Given.month(2) + "-10"));
        registered("三号楼", Given.month(2) + "-11");
        String january = drafted(1, Map.of("amount", 5));
        Reports.move(reporter, january, "v0", "submission", Map.of())
                .statusCode(422)
                .body("code", equalTo("progress.not-the-accepted-items"))
                .body("detail", containsString("1"));
        As.json(reporter, "{\"amount\": null}")
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"v0\"")
                .patch("/api/v1/progress-entries/" + january)
                .then()
                .statusCode(200);
        Reports.move(reporter, january, "v1", "submission", Map.of())
                .statusCode(200)
                .body("amount", equalTo(1));
        Reports.move(reviewer, january, "v2", "approval", Map.of()).statusCode(200);
        String february = drafted(2, Map.of("narrative", "见点位"));
        Reports.move(reporter, february, "v0", "submission", Map.of())
                .statusCode(200)
                .body("amount", equalTo(1));
    }

    @Test
    void measured_items_are_added_by_their_measure() {
        keep("MEASURE");
        String bare = registered("一号楼", Given.month(1) + "-10");
        move(reviewer, bare, 0, "acceptance").statusCode(409).body("code", equalTo("item.not-measured"));
        patch(bare, 0, "{\"measure\": 12.5}").statusCode(200);
        move(reviewer, bare, 1, "acceptance").statusCode(200).body("status", equalTo("ACCEPTED"));
        Reports.move(reporter, drafted(3, Map.of()), "v0", "submission", Map.of())
                .statusCode(200)
                .body("amount", equalTo(12.5f));
    }

    @Test
    @Covers("ASVS 2.3.3")
    void an_entry_refused_in_a_batch_stays_what_it_was() {
        keep("MEASURE");
        int[] measures = {10, 11, 12, 11, 10, 9000};
        String last = null;
        for (int month = 1; month <= measures.length; month++) {
            String item = registered("楼" + month, Given.month(month) + "-10");
            patch(item, 0, "{\"measure\": " + measures[month - 1] + "}").statusCode(200);
            move(reviewer, item, 1, "acceptance").statusCode(200);
            last = drafted(month, Map.of());
            if (month == measures.length) break;
            Reports.move(reporter, last, "v0", "submission", Map.of("confirmWarnings", true))
                    .statusCode(200);
            Reports.move(reviewer, last, "v1", "approval", Map.of()).statusCode(200);
        }
        As.json(reporter, Map.of("items", java.util.List.of(Map.of("id", last, "version", 0))))
                .post("/api/v1/progress-entry-submissions")
                .then()
                .statusCode(200)
                .body("items[0].problem.errors[0].code", equalTo("progress.unusual-amount"));
        As.person(reporter)
                .get("/api/v1/progress-entries/" + last)
                .then()
                .header("ETag", equalTo("\"v0\""))
                .body("status", equalTo("DRAFT"))
                .body("amount", org.hamcrest.Matchers.nullValue());
    }

    @Test
    @Covers("ASVS 2.2.3")
    void nothing_of_an_earlier_year_and_nothing_twice_is_counted() {
        register(beds, item("旧楼", Given.YEAR - 1 + "-12-31"))
                .statusCode(422)
                .body("code", equalTo("item.finished-before-window"))
                .body("errors[0].pointer", equalTo("/finishedOn"));
        registered("一号楼", Given.month(1) + "-10");
        register(beds, item("一号楼 ", Given.month(3) + "-10"))
                .statusCode(422)
                .body("code", equalTo("item.counted-already"));
        String next = given.programme(Given.YEAR + 1);
        String later = given.indicator(given.project(next, 1), Given.beds(Given.YEAR + 1));
        given.publish(next);
        register(later, item("一号樓", null))
                .statusCode(422)
                .body("code", equalTo("item.counted-already"))
                .body("detail", containsString(String.valueOf(Given.YEAR)));
    }

    @Test
    @Covers("ASVS 8.2.2")
    void what_another_unit_counts_is_not_told_to_who_may_not_see_it() {
        String town = given.town("t1", "鼓楼街道");
        String townReporter = given.person("reporter", town);
        Map<String, Object> shared = given.projectText(1);
        shared.put("coUnitIds", List.of(town));
        String next = given.programme(Given.YEAR + 1);
        String promise = given.indicator(given.project(next, shared), Given.beds(Given.YEAR + 1));
        given.publish(next);
        register(promise, item("凤凰山 A 座", null)).statusCode(201);
        Map<String, Object> same = Map.of("indicatorId", promise, "unitId", town, "text", Map.of("name", "凤凰山A座"));
        String told = As.json(townReporter, same)
                .post("/api/v1/items")
                .then()
                .statusCode(422)
                .body("code", equalTo("item.counted-elsewhere"))
                .extract()
                .asString();
        for (String secret : List.of("凤凰山 A", String.valueOf(Given.YEAR + 1), "1.1"))
            assertFalse(told.contains(secret), told);
    }

    @Test
    @Covers("ASVS 2.3.1")
    void a_rejected_item_can_be_put_right_and_an_accepted_one_never_changes() {
        String item = registered("一号楼", null);
        move(reviewer, item, 0, "acceptance").statusCode(409).body("code", equalTo("item.not-finished"));
        As.json(reviewer, Map.of("reason", "尚未投入使用"))
                .header("If-Match", "\"v0\"")
                .post("/api/v1/items/" + item + "/rejection")
                .then()
                .statusCode(200)
                .body("reason", equalTo("尚未投入使用"));
        patch(item, 1, "{\"finishedOn\": \"" + Given.month(5) + "-01\"}")
                .statusCode(200)
                .body("status", equalTo("REGISTERED"));
        move(reviewer, item, 2, "acceptance").statusCode(200).body("actions", empty());
        patch(item, 3, "{\"name\": \"二号楼\"}").statusCode(409).body("code", equalTo("item.accepted"));
    }

    @Test
    void only_accepted_items_are_seen_by_everybody() {
        String item = registered("一号楼", Given.month(1) + "-10");
        String observer = given.person("observer", given.office());
        As.person(observer).get("/api/v1/items/" + item).then().statusCode(404);
        As.person(observer)
                .queryParam("indicator", beds)
                .get("/api/v1/items")
                .then()
                .statusCode(200)
                .body("items", empty());
        As.person(reviewer).get("/api/v1/items/" + item).then().body("actions", hasItem("accept"));
        accept(item);
        As.person(observer)
                .queryParam("project", project)
                .get("/api/v1/items")
                .then()
                .body("items.name", contains("一号楼"));
    }

    @Test
    void coordinates_come_whole_with_their_datum() {
        Map<String, Object> half = item("一号楼", null);
        half.put("longitude", 116.78);
        register(beds, half).statusCode(422).body("code", equalTo("item.coordinates-incomplete"));
        half.putAll(Map.of("latitude", 35.55, "datum", "GCJ02"));
        register(beds, half).statusCode(201).body("datum", equalTo("GCJ02"));
    }

    private void keep(String how) {
        String etag =
                As.person(given.supervisor()).get("/api/v1/indicators/" + beds).header("ETag");
        As.json(given.supervisor(), Map.of("keptBy", how))
                .header("If-Match", etag)
                .put("/api/v1/indicators/" + beds + "/item-keeping")
                .then()
                .statusCode(200)
                .body("keptBy", equalTo(how));
    }

    private static Map<String, Object> item(String name, String finishedOn) {
        Map<String, Object> item = new LinkedHashMap<>(Map.of("name", name));
        if (finishedOn != null) item.put("finishedOn", finishedOn);
        return item;
    }

    private ValidatableResponse register(String indicator, Map<String, Object> text) {
        return As.json(reporter, Map.of("indicatorId", indicator, "text", text))
                .post("/api/v1/items")
                .then();
    }

    private String registered(String name, String finishedOn) {
        return register(beds, item(name, finishedOn)).statusCode(201).extract().path("id");
    }

    private void accept(String item) {
        move(reviewer, item, 0, "acceptance").statusCode(200);
    }

    private static ValidatableResponse move(String who, String item, int version, String move) {
        return As.person(who)
                .header("If-Match", "\"v" + version + "\"")
                .post("/api/v1/items/" + item + "/" + move)
                .then();
    }

    private ValidatableResponse patch(String item, int version, String patch) {
        return As.person(reporter)
                .contentType("application/merge-patch+json")
                .body(patch)
                .header("If-Match", "\"v" + version + "\"")
                .patch("/api/v1/items/" + item)
                .then();
    }

    private String drafted(int month, Map<String, ?> text) {
        return reports.draft(reporter, beds, Given.month(month), text)
                .statusCode(201)
                .extract()
                .path("id");
    }
}
