package org.minsheng.status;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;
import org.minsheng.support.Given;
import org.minsheng.support.Reports;
import org.minsheng.support.Statements;

/** Some months of reporting on beds and satisfaction, and what is known of them on which day. */
@QuarkusTest
class StatusTest {
    private Given given;
    private Reports reports;
    private String project;
    private String beds;
    private String satisfaction;
    private String reporter;
    private String reviewer;
    private String townReporter;

    @BeforeEach
    void a_project_with_beds_and_a_survey() {
        given = Given.district();
        String town = given.town("t1", "鼓楼街道");
        Map<String, Object> text = given.projectText(1);
        text.put("coUnitIds", List.of(town));
        String programme = given.programme(Given.YEAR);
        project = given.project(programme, text);
        beds = given.indicator(project, Given.beds(Given.YEAR));
        Map<String, Object> survey = Given.beds(Given.YEAR);
        survey.putAll(
                Map.of("ordinal", 2, "code", "1.2", "name", "满意度", "quote", "满意度不低于 90%", "measureKind", "RATIO"));
        survey.putAll(Map.of("targetValue", 90, "printedValue", "90", "printedUnit", "%", "unitOfMeasure", "percent"));
        survey.putAll(Map.of("additiveOverUnits", false, "reportingBasis", "TO_DATE", "minimumDenominator", 50));
        satisfaction = given.indicator(project, survey);
        given.publish(programme);
        reports = Reports.on(given, programme);
        reporter = given.person("reporter", given.bureau());
        reviewer = given.person("reviewer", given.bureau());
        townReporter = given.person("reporter", town);
    }

    @Test
    void months_of_two_units_add_up_and_july_stays_july() {
        for (int month = 1; month <= 9; month++) {
            reports.approved(reporter, reviewer, beds, Given.month(month), Map.of("amount", 6));
            reports.approved(townReporter, reviewer, beds, Given.month(month), Map.of("amount", 2));
        }
        on(beds, Given.month(7) + "-31")
                .body("actual", equalTo(56))
                .body("achievement", equalTo(0.56f))
                .body("plannedShare", equalTo(0.5808f))
                .body("status", equalTo("SLIGHTLY_BEHIND"))
                .body("flagged", equalTo(true))
                .body("forecast.share", notNullValue());
        on(beds, Given.month(9) + "-30").body("actual", equalTo(72)).body("verdict", equalTo("ON_COURSE"));
        on(beds, null)
                .body("actual", equalTo(72))
                .body("status", equalTo("NO_DATA"))
                .body("light", equalTo("GREY"))
                .body("clause", equalTo("REPORT_OVERDUE"));
        As.person(given.supervisor())
                .queryParam("date", Given.month(2) + "-28")
                .queryParam("explain", true)
                .get("/api/v1/indicators/" + beds + "/status")
                .then()
                .statusCode(200)
                .body("explanation.contributing", hasSize(4))
                .body("explanation.excluded.why", hasItems("LATER_PERIOD"))
                .body("explanation.ruleVersion", equalTo("2026-1"))
                .body("forecast", nullValue())
                .body("noForecastBecause", notNullValue());
    }

    @Test
    void a_report_counts_as_one_when_it_is_approved_and_not_before() {
        reports.approved(reporter, reviewer, beds, Given.month(1), Map.of("amount", 6));
        String latest = reports.submitted(reporter, beds, Given.month(12), Map.of("amount", 6));
        on(beds, null).body("clause", equalTo("REPORT_OVERDUE")).body("actual", equalTo(6));
        Reports.move(reviewer, latest, "v1", "approval", Map.of()).statusCode(200);
        on(beds, null).body("clause", equalTo("PAST_DUE")).body("actual", equalTo(12));
    }

    @Test
    void a_correction_changes_every_day_from_its_period_on() {
        String wrong = reports.approved(reporter, reviewer, beds, Given.month(3), Map.of("amount", 30));
        reports.approved(reporter, reviewer, beds, Given.month(4), Map.of("amount", 10));
        Map<String, Object> text = Map.of("amount", 3, "reasonCode", "REPORTING_ERROR", "reason", "多写一个零");
        String correction = As.json(reporter, Map.of("text", text))
                .header("If-Match", "\"v2\"")
                .post("/api/v1/progress-entries/" + wrong + "/correction")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Reports.move(reporter, correction, "v0", "submission", Map.of()).statusCode(200);
        on(beds, Given.month(4) + "-30").body("actual", equalTo(40));
        Reports.move(reviewer, correction, "v1", "approval", Map.of()).statusCode(200);
        on(beds, Given.month(4) + "-30").body("actual", equalTo(13));
        on(beds, Given.month(3) + "-31").body("actual", equalTo(3));
    }

    @Test
    void a_ratio_recombines_its_parts_and_a_small_sample_is_not_judged() {
        reports.approved(
                townReporter, reviewer, satisfaction, Given.month(3), Map.of("numerator", 10, "denominator", 10));
        on(satisfaction, Given.month(3) + "-31").body("clause", equalTo("SAMPLE_TOO_SMALL"));
        reports.approved(
                reporter, reviewer, satisfaction, Given.month(3), Map.of("numerator", 450, "denominator", 500));
        on(satisfaction, Given.month(3) + "-31")
                .body("numerator", equalTo(460))
                .body("denominator", equalTo(510))
                .body("actual", equalTo(90.1961f))
                .body("verdict", equalTo("MET"))
                .body("status", equalTo("DONE_EARLY"));
    }

    @Test
    void one_call_shows_a_project_on_a_small_screen_and_304_afterwards() {
        reports.approved(reporter, reviewer, beds, Given.month(12), Map.of("amount", 100));
        reports.approved(
                reporter, reviewer, satisfaction, Given.month(12), Map.of("numerator", 80, "denominator", 100));
        String path = "/api/v1/projects/" + project + "/status";
        var answer = As.person(given.supervisor()).get(path);
        answer.then()
                .statusCode(200)
                .body("indicators.status", contains("DONE", "SERIOUSLY_BEHIND"))
                .body("indicators.printedTarget", contains("100 张", "90 %"))
                .body("light", equalTo("RED"))
                .body("rate", equalTo(0.9444f))
                .body("rateParts.clause", contains("COUNTED", "COUNTED"))
                .body("lastApprovedAt", notNullValue());
        assertTrue(answer.asByteArray().length < 20_000);
        assertEquals(2, Statements.during(() -> As.person(given.supervisor())
                .header("If-None-Match", answer.header("ETag"))
                .get(path)
                .then()
                .statusCode(304)));
        assertEquals(
                12,
                Statements.during(
                        () -> As.person(given.supervisor()).get(path).then().statusCode(200)));
    }

    @Test
    void a_planned_curve_of_its_own_changes_the_light_and_nothing_else() {
        reports.approved(reporter, reviewer, beds, Given.month(6), Map.of("amount", 20));
        String july = Given.month(7) + "-31";
        on(beds, july).body("status", equalTo("SERIOUSLY_BEHIND"));
        plan(beds, List.of(point(7, "0.5"), point(6, "0.1")))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/points/1"))
                .body("code", equalTo("trajectory.not-in-order"));
        plan(beds, List.of(point(6, "0.1"), point(8, "0.25")))
                .statusCode(200)
                .body("usual", equalTo(false))
                .body("points", hasSize(4));
        on(beds, july).body("status", equalTo("ON_SCHEDULE")).body("actual", equalTo(20));
    }

    private static Map<String, Object> point(int month, String share) {
        return Map.of("on", Given.month(month) + "-28", "share", new java.math.BigDecimal(share));
    }

    private ValidatableResponse plan(String indicator, List<?> points) {
        return As.json(reviewer, Map.of("points", points))
                .header("If-Match", "\"v1\"")
                .put("/api/v1/indicators/" + indicator + "/trajectory")
                .then();
    }

    private ValidatableResponse on(String indicator, String date) {
        var request = As.person(given.supervisor());
        if (date != null) request.queryParam("date", date);
        return request.get("/api/v1/indicators/" + indicator + "/status").then().statusCode(200);
    }
}
