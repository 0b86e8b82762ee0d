package org.minsheng.ledger.past;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minsheng.db.Ids;
import org.minsheng.support.As;
import org.minsheng.support.Given;
import org.minsheng.support.Reports;
import org.minsheng.support.Statements;

/** Where the past begins and ends, who sees it, what was erased from it, and what it costs. */
@QuarkusTest
class PastEdgesTest {
    @Inject
    AgroalDataSource database;

    private Given given;
    private String town;
    private String programme;
    private String project;
    private String indicator;
    private Instant before;

    @BeforeEach
    void a_draft_of_one_promise() {
        given = Given.district();
        town = given.town("t1", "鼓楼街道");
        before = now();
        programme = given.programme(Given.YEAR);
        Map<String, Object> text = given.projectText(1);
        text.put("coUnitIds", List.of(town));
        project = given.project(programme, text);
        indicator = given.indicator(project, Given.beds(Given.YEAR));
    }

    @Test
    void the_future_is_refused_and_before_the_beginning_there_is_nothing() {
        String tomorrow = Instant.now().plus(Duration.ofDays(1)).toString();
        for (String path : List.of("/projects/" + project, "/projects", "/programmes/" + programme + "/periods"))
            past(given.supervisor(), path, tomorrow).statusCode(400).body("code", equalTo("request.in-the-future"));
        for (String at : List.of(before.toString(), "0001-01-01T00:00:00Z")) {
            for (String path : List.of("/projects/" + project, "/indicators/" + indicator, "/programmes/" + programme))
                past(given.supervisor(), path, at).statusCode(404);
            past(given.supervisor(), "/projects?programme=" + programme, at)
                    .statusCode(200)
                    .body("items", empty());
            past(given.supervisor(), "/programmes/" + programme + "/periods", at)
                    .statusCode(404);
        }
        for (String unreadable : List.of("soon", "-1000000000-01-01T00:00:00Z"))
            past(given.supervisor(), "/projects/" + project, unreadable)
                    .statusCode(400)
                    .body("code", equalTo("request.unreadable-parameter"));
        past(given.supervisor(), "/progress-entries?unit=" + town, now().toString())
                .statusCode(400)
                .body("code", equalTo("request.as-of-needs-filter"));
        past(given.supervisor(), "/items", now().toString()).statusCode(400);
    }

    @Test
    void a_draft_stays_invisible_to_strangers_and_what_was_removed_is_still_there_then() {
        Instant draft = now();
        String leader = given.person("leader", given.office());
        String stranger = given.person("reporter", town);
        given.publish(programme);
        past(stranger, "/projects/" + project, now().toString()).statusCode(200);
        for (String path : List.of("/projects/" + project, "/indicators/" + indicator, "/programmes/" + programme)) {
            past(stranger, path, draft.toString()).statusCode(404);
            past(leader, path, draft.toString()).statusCode(200);
        }
        past(stranger, "/projects?programme=" + programme, draft.toString()).body("items", empty());
        past(stranger, "/indicators?project=" + project, draft.toString()).body("items", empty());
        past(Given.district().supervisor(), "/projects/" + project, now().toString())
                .statusCode(404);

        String next = given.programme(Given.YEAR + 1);
        Instant there = now();
        As.person(given.supervisor())
                .header("If-Match", "\"v0\"")
                .delete("/api/v1/programmes/" + next)
                .then()
                .statusCode(204);
        past(given.supervisor(), "/programmes/" + next, there.toString())
                .statusCode(200)
                .body("actions", empty())
                .body("status", equalTo("DRAFT"));
        past(given.supervisor(), "/programmes/" + next, now().toString()).statusCode(404);
    }

    @Test
    void a_name_that_is_erased_is_null_and_the_rest_stays() throws SQLException {
        As.json(given.supervisor(), Map.of("contactPerson", "王某", "leaderInCharge", "李某"))
                .header("If-Match", "\"v0\"")
                .put("/api/v1/projects/" + project + "/people")
                .then()
                .statusCode(200);
        String at = now().toString();
        past(given.supervisor(), "/projects/" + project, at)
                .body("contactPerson", equalTo("王某"))
                .body("leaderInCharge", equalTo("李某"));
        try (Connection connection = database.getConnection();
                PreparedStatement erase = connection.prepareStatement("""
                        delete from ledger_private where path = '/state/contactPerson'
                          and event_id in (select event_id from ledger_event where subject_id = ?)""")) {
            erase.setBytes(1, Ids.bytes(java.util.UUID.fromString(project)));
            assertEquals(1, erase.executeUpdate());
        }
        past(given.supervisor(), "/projects/" + project, at)
                .body("contactPerson", nullValue())
                .body("leaderInCharge", equalTo("李某"))
                .body("name", notNullValue());
        past(given.supervisor(), "/projects/" + project, before.plusMillis(1).toString());
    }

    @Test
    void an_answer_about_the_past_has_a_validator_labels_and_pages() {
        for (int i = 2; i <= 5; i++) given.project(programme, i);
        String at = now().toString();
        given.project(programme, 6);
        String etag =
                past(given.supervisor(), "/projects/" + project, at).extract().header("ETag");
        As.person(given.supervisor())
                .queryParam("asOf", at)
                .header("If-None-Match", etag)
                .get("/api/v1/projects/" + project)
                .then()
                .statusCode(304);
        io.restassured.RestAssured.given()
                .header("Authorization", bearer())
                .header("Accept-Language", "zh-CN")
                .queryParam("asOf", at)
                .queryParam("fields", "id,statusLabel")
                .get("/api/v1/projects")
                .then()
                .body("items[0].statusLabel", equalTo("正常"))
                .body("items[0].keySet()", hasSize(2));

        List<Integer> ordinals = new ArrayList<>();
        String cursor = null;
        do {
            var request = As.person(given.supervisor())
                    .queryParam("asOf", at)
                    .queryParam("programme", programme)
                    .queryParam("sort", "-ordinal")
                    .queryParam("limit", 2);
            if (cursor != null) request.queryParam("cursor", cursor);
            var page = request.get("/api/v1/projects").then().statusCode(200).extract();
            ordinals.addAll(page.path("items.ordinal"));
            cursor = page.path("page.next");
        } while (cursor != null);
        assertEquals(List.of(5, 4, 3, 2, 1), ordinals);
        String next = past(given.supervisor(), "/projects?limit=2&programme=" + programme, at)
                .extract()
                .path("page.next");
        past(given.supervisor(), "/projects?limit=2&programme=" + programme + "&cursor=" + next, now().toString())
                .statusCode(400)
                .body("code", equalTo("request.cursor-invalid"));
    }

    @Test
    void after_a_move_a_unit_finds_its_drafts_where_they_were() {
        String reporter = given.person("reporter", town);
        given.publish(programme);
        String entry = Reports.on(given, programme)
                .draft(reporter, indicator, Given.month(3), Map.of("amount", 3))
                .statusCode(201)
                .extract()
                .path("id");
        Instant drafted = now();
        As.json("sysadmin", Map.of("parentId", given.bureau()))
                .header("If-Match", "\"v0\"")
                .post("/api/v1/units/" + town + "/move")
                .then()
                .statusCode(200);
        Instant moved = now();
        As.again(reporter);
        for (Instant at : List.of(drafted, moved))
            past(reporter, "/progress-entries?project=" + project, at.toString())
                    .body("items.id", contains(entry));
        String below = given.person("reporter", given.bureau());
        past(below, "/units/" + town, drafted.toString()).body("parentId", equalTo(given.government()));
        past(below, "/progress-entries/" + entry, moved.toString()).statusCode(200);
    }

    @Test
    void the_past_costs_the_same_whatever_there_is() {
        String reporter = given.person("reporter", town);
        String reviewer = given.person("reviewer", given.bureau());
        given.publish(programme);
        Reports reports = Reports.on(given, programme);
        String entry = reports.approved(reporter, reviewer, indicator, Given.month(1), Map.of("amount", 3));
        List<String> paths = List.of(
                "/units/" + town,
                "/programmes/" + programme + "?expand=projects",
                "/projects/" + project + "?expand=indicators,units",
                "/indicators/" + indicator,
                "/progress-entries/" + entry,
                "/progress-entries?project=" + project,
                "/progress-entries?programme=" + programme,
                "/progress-entries?indicator=" + indicator,
                "/items?project=" + project,
                "/indicators?project=" + project,
                "/projects?unit=mzj&programme=" + programme,
                "/programmes/" + programme + "/periods",
                "/programmes/" + programme + "/comparison?from=" + before);
        List<Long> few = paths.stream().map(this::cost).toList();
        assertEquals(List.of(1L, 2L, 5L, 2L, 4L, 2L, 2L, 3L, 2L, 2L, 2L, 1L, 5L), few);
        for (int month = 2; month <= 6; month++)
            reports.approved(reporter, reviewer, indicator, Given.month(month), Map.of("amount", 3));
        assertEquals(few, paths.stream().map(this::cost).toList());
    }

    private long cost(String path) {
        As.person(given.supervisor()).get("/api/v1/me").then().statusCode(200);
        String parameter = path.contains("comparison") ? "to" : "asOf";
        String at = now().toString();
        return Statements.during(() -> As.person(given.supervisor())
                .queryParam(parameter, at)
                .get("/api/v1" + path)
                .then()
                .statusCode(200));
    }

    private String bearer() {
        return "Bearer "
                + As.json(given.supervisor(), Map.of("username", given.supervisor(), "password", As.PASSWORD))
                        .post("/api/v1/auth/login")
                        .then()
                        .extract()
                        .path("accessToken");
    }

    private static ValidatableResponse past(String who, String path, String at) {
        return As.person(who).queryParam("asOf", at).get("/api/v1" + path).then();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
