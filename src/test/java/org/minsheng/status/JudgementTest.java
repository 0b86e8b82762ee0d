package org.minsheng.status;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;
import org.minsheng.support.Given;
import org.minsheng.support.Reports;

/** What people decide about status: limits, ratings, change orders. */
@QuarkusTest
class JudgementTest {
    private Given given;
    private String programme;
    private String project;
    private String beds;

    @BeforeEach
    void a_promise_that_has_reached_forty_of_a_hundred_in_june() {
        given = Given.district();
        programme = given.programme(Given.YEAR);
        project = given.project(programme, 1);
        beds = given.indicator(project, Given.beds(Given.YEAR));
        given.publish(programme);
        Reports.on(given, programme)
                .approved(
                        given.person("reporter", given.bureau()),
                        given.person("reviewer", given.bureau()),
                        beds,
                        Given.month(6),
                        Map.of("amount", 40));
    }

    @Test
    void limits_of_a_programme_decide_instead_of_the_usual_ones() {
        on("06-30").body("status", equalTo("SLIGHTLY_BEHIND"));
        thresholds("v0", 5, -5, -60).statusCode(200).body("behind", equalTo(-5));
        on("06-30").body("status", equalTo("BEHIND")).body("explanation.thresholds.behind", equalTo(-5));
        thresholds("v0", 5, -10, -30).statusCode(412);
        thresholds("v1", 5, -40, -30)
                .statusCode(422)
                .body("code", equalTo("thresholds.not-falling"))
                .body("errors[0].pointer", equalTo("/seriously"));
    }

    @Test
    void a_rating_stands_beside_the_computed_light_until_it_expires_or_is_withdrawn() {
        String path = "/api/v1/indicators/" + beds + "/rating";
        String before = etagOfProject();
        rate(path, "v0", LocalDate.now().plusYears(2)).statusCode(422);
        rate(path, "v0", LocalDate.now().plusDays(7)).statusCode(200).body("light", equalTo("RED"));
        today().body("rating.light", equalTo("RED")).body("rating.reason", equalTo("设备未到位"));
        on("06-30").body("rating", nullValue()).body("light", equalTo("GREEN"));
        org.junit.jupiter.api.Assertions.assertNotEquals(before, etagOfProject());
        As.person(given.supervisor())
                .header("If-Match", "\"v1\"")
                .delete(path)
                .then()
                .statusCode(204);
        today().body("rating", nullValue());
        As.person(given.supervisor()).get(path).then().statusCode(200).body("light", nullValue());
        rate("/api/v1/projects/" + project + "/rating", "v0", LocalDate.now().plusDays(7))
                .statusCode(200);
        As.person(given.supervisor())
                .get("/api/v1/projects/" + project + "/status")
                .then()
                .body("rating.light", equalTo("RED"))
                .body("indicators.rating", contains(nullValue()));
    }

    @Test
    void a_day_before_a_change_order_knows_the_target_of_that_day() {
        order("CHANGE_TARGET", Map.of("newValue", 50, "newPrinted", "50 张"), "07-15");
        order("PAUSE", Map.of(), "09-01");
        order("RESUME", Map.of(), "10-01");
        on("07-14").body("targetValue", equalTo(100)).body("printedTarget", equalTo("100 张"));
        on("07-15")
                .body("targetValue", equalTo(50))
                .body("printedTarget", equalTo("50 张"))
                .body("achievement", equalTo(0.8f))
                .body("status", equalTo("AHEAD"));
        on("09-15").body("status", equalTo("SUSPENDED"));
        on("10-01").body("status", equalTo("NO_DATA"));
    }

    private void order(String action, Map<String, Object> value, String from) {
        Map<String, Object> order = new LinkedHashMap<>(value);
        order.putAll(Map.of(
                "subjectType",
                "INDICATOR",
                "subjectId",
                beds,
                "action",
                action,
                "reason",
                "任务调整",
                "approvedBy",
                "区人大常委会",
                "documentNumber",
                "〔" + Given.YEAR + "〕9号",
                "effectiveOn",
                Given.YEAR + "-" + from));
        As.json(given.supervisor(), order)
                .post("/api/v1/programmes/" + programme + "/change-orders")
                .then()
                .statusCode(201);
    }

    private ValidatableResponse thresholds(String version, int ahead, int behind, int seriously) {
        return As.json(given.supervisor(), Map.of("ahead", ahead, "behind", behind, "seriously", seriously))
                .header("If-Match", "\"" + version + "\"")
                .put("/api/v1/programmes/" + programme + "/thresholds")
                .then();
    }

    private ValidatableResponse rate(String path, String version, LocalDate until) {
        return As.json(given.supervisor(), Map.of("light", "RED", "reason", "设备未到位", "expiresOn", until.toString()))
                .header("If-Match", "\"" + version + "\"")
                .put(path)
                .then();
    }

    private String etagOfProject() {
        return As.person(given.supervisor())
                .get("/api/v1/projects/" + project + "/status")
                .header("ETag");
    }

    private ValidatableResponse on(String day) {
        return As.person(given.supervisor())
                .queryParam("date", Given.YEAR + "-" + day)
                .queryParam("explain", true)
                .get("/api/v1/indicators/" + beds + "/status")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse today() {
        return As.person(given.supervisor())
                .get("/api/v1/indicators/" + beds + "/status")
                .then()
                .statusCode(200);
    }
}
