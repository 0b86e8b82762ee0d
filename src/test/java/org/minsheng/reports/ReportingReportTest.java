package org.minsheng.reports;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minsheng.sheets.CsvTable;
import org.minsheng.sheets.XlsxTable;
import org.minsheng.support.As;
import org.minsheng.support.Given;
import org.minsheng.support.Reports;
import org.minsheng.support.Statements;

/** Who reports, what is due, what changed. */
@QuarkusTest
class ReportingReportTest {
    private Given given;
    private String programme;
    private String beds;
    private String town;
    private Reports reports;
    private String reporter;
    private String reviewer;

    @BeforeEach
    void two_promises_one_of_them_split_between_lead_and_town() {
        given = Given.district();
        programme = given.programme(Given.YEAR);
        String project = given.project(programme, 1);
        beds = given.indicator(project, Given.beds(Given.YEAR));
        Map<String, Object> second = Given.beds(Given.YEAR);
        second.putAll(Map.of("ordinal", 2, "code", "1.2", "name", "改造床位数"));
        String split = given.indicator(project, second);
        town = given.town("east", "东关街道");
        As.json(given.supervisor(), Map.of("items", List.of(Map.of("unitId", town, "amount", 100))))
                .header("If-Match", "\"v0\"")
                .put("/api/v1/indicators/" + split + "/allocations")
                .then()
                .statusCode(200);
        given.publish(programme);
        reports = Reports.on(given, programme);
        reporter = given.person("reporter", given.bureau());
        reviewer = given.person("reviewer", given.bureau());
    }

    @Test
    void units_are_seen_by_their_promises_and_by_how_they_report() {
        String entry = reports.submitted(reporter, beds, Given.month(1), Map.of("amount", 40));
        Reports.move(reviewer, entry, "v1", "return", Map.of("reason", "请附材料")).statusCode(200);
        Reports.move(reporter, entry, "v2", "submission", Map.of()).statusCode(200);
        Reports.move(reviewer, entry, "v3", "approval", Map.of()).statusCode(200);
        get(given.supervisor(), "units", "date", Given.YEAR + "-03-31")
                .body("rows.unitName", contains("区民政局", "东关街道"))
                .body("rows.expected", contains(2, 2))
                .body("rows.reported", contains(1, 0))
                .body("rows.returned", contains(1, 0))
                .body("rows.late", contains(1, 0))
                .body("rows.completeness", contains(0.5f, 0))
                .body("rows.timeliness", contains(0, 0))
                .body("rows.indicators", contains(2, 0))
                .body("rows[0].indicatorsByStatus.find { it.kind == 'NO_DATA' }.count", equalTo(2));
        get(reporter, "units").body("rows.unitName", contains("区民政局"));
        get(given.person("observer", given.office()), "units").body("rows", empty());
    }

    @Test
    void coverage_names_what_is_missing() {
        reports.submitted(reporter, beds, Given.month(5), Map.of("amount", 40));
        get(given.supervisor(), "coverage", "period", Given.month(5))
                .body("rows.complete", contains(true, false))
                .body("rows[1].missing.code", contains("1.2"));
        get(given.supervisor(), "coverage").body("period", equalTo(Given.month(12)));
        get(given.supervisor(), "coverage", "date", Given.month(7) + "-31").body("period", equalTo(Given.month(6)));
        request(given.supervisor())
                .queryParam("period", "1999-01")
                .get("/api/v1/reports/coverage")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("period"));
    }

    @Test
    void what_is_due_comes_with_the_last_values_and_the_draft() {
        reports.approved(reporter, reviewer, beds, Given.month(1), Map.of("amount", 7));
        String draft = reports.draft(reporter, beds, Given.month(2), Map.of("amount", 3))
                .statusCode(201)
                .extract()
                .path("id");
        due(reporter, "me")
                .statusCode(200)
                .body("rows", hasSize(11))
                .body("rows[0].period", equalTo(Given.month(2)))
                .body("rows[0].entryId", equalTo(draft))
                .body("rows[0].lastAmount", equalTo(7))
                .body("rows[0].overdue", equalTo(true))
                .body("rows[1].entryId", nullValue());
        due(given.person("reporter", town), "me").body("rows", hasSize(12)).body("rows[0].code", equalTo("1.2"));
        due(given.supervisor(), town).statusCode(200).body("rows", hasSize(12));
        due(reporter, town).statusCode(404);
        due(reporter, "nonsense").statusCode(400);
    }

    @Test
    void what_will_be_due_is_told_ahead_and_what_was_is_not() {
        int year = Given.YEAR + 2;
        String next = given.programme(year);
        given.indicator(given.project(next, 1), Given.beds(year));
        given.publish(next);
        Reports.on(given, next);
        As.person(reporter)
                .queryParam("programme", next)
                .get("/api/v1/reports/due")
                .then()
                .body("rows", hasSize(0));
        As.person(reporter)
                .queryParam("programme", next)
                .queryParam("date", year + "-06-30")
                .get("/api/v1/reports/due")
                .then()
                .body("rows", hasSize(6))
                .body("rows[4].overdue", equalTo(true))
                .body("rows[5].overdue", equalTo(false));
        As.person(reporter)
                .queryParam("date", Given.YEAR + "-06-30")
                .get("/api/v1/reports/due")
                .then()
                .statusCode(400)
                .body("code", equalTo("report.day-is-over"));
    }

    @Test
    void the_trend_shows_the_plan_to_the_end_and_the_actual_up_to_the_day() {
        reports.approved(reporter, reviewer, beds, Given.month(3), Map.of("amount", 25));
        get(given.supervisor(), "trend", "date", Given.YEAR + "-06-30", "indicator", beds)
                .body("curves", hasSize(1))
                .body("curves[0].points", hasSize(12))
                .body("curves[0].points[1].achievement", nullValue())
                .body("curves[0].points[2].actual", equalTo(25))
                .body("curves[0].points[5].achievement", equalTo(0.25f))
                .body("curves[0].points[6].achievement", nullValue())
                .body("curves[0].points[11].plannedShare", equalTo(1));
    }

    @Test
    void the_comparison_tells_what_changed_between_two_days() {
        reports.approved(reporter, reviewer, beds, Given.month(3), Map.of("amount", 25));
        reports.approved(reporter, reviewer, beds, Given.month(5), Map.of("amount", 5));
        get(given.supervisor(), "comparison", "from", Given.YEAR + "-03-31", "to", Given.YEAR + "-06-05")
                .body("rows", hasSize(1))
                .body("rows[0].change", equalTo(5))
                .body("rows[0].lightFrom", equalTo("GREEN"))
                .body("rows[0].lightTo", equalTo("YELLOW"))
                .body("worse", equalTo(1))
                .body("better", equalTo(0));
        request(given.supervisor())
                .queryParam("from", Given.YEAR + "-06-05")
                .queryParam("to", Given.YEAR + "-03-31")
                .get("/api/v1/reports/comparison")
                .then()
                .statusCode(400);
    }

    @Test
    void every_report_comes_as_json_csv_and_workbook_and_is_304_when_nothing_changed() {
        for (String report : List.of("overview", "board", "units", "trend", "coverage", "due", "comparison"))
            for (String type : List.of("application/json", CsvTable.MEDIA_TYPE, XlsxTable.MEDIA_TYPE)) {
                RequestSpecification request = request(given.supervisor()).accept(type);
                if (report.equals("comparison")) request.queryParam("from", Given.YEAR + "-03-31");
                var answer = request.get("/api/v1/reports/" + report);
                assertEquals(200, answer.statusCode(), report);
                assertTrue(answer.contentType().startsWith(type), report + " " + answer.contentType());
                request.header("If-None-Match", answer.header("ETag"))
                        .get("/api/v1/reports/" + report)
                        .then()
                        .statusCode(304);
            }
    }

    @Test
    void a_report_costs_the_same_statements_however_many_entries_there_are() {
        Map<String, Long> few = costs();
        for (int month = 1; month <= 6; month++)
            reports.approved(reporter, reviewer, beds, Given.month(month), Map.of("amount", 5));
        assertEquals(few, costs());
        assertEquals(Map.of("units", 20L, "coverage", 8L, "due", 10L, "trend", 13L, "overview", 11L), few);
    }

    private Map<String, Long> costs() {
        request(given.supervisor()).get("/api/v1/me");
        Map<String, Long> costs = new java.util.TreeMap<>();
        for (String report : List.of("units", "coverage", "due", "trend", "overview"))
            costs.put(report, Statements.during(() -> {
                RequestSpecification request = request(given.supervisor());
                if (report.equals("due")) request.queryParam("unit", given.bureau());
                request.get("/api/v1/reports/" + report).then().statusCode(200);
            }));
        return costs;
    }

    private ValidatableResponse due(String who, String unit) {
        return As.person(who)
                .queryParam("unit", unit)
                .get("/api/v1/reports/due")
                .then();
    }

    private RequestSpecification request(String who) {
        return As.person(who).queryParam("programme", programme);
    }

    private ValidatableResponse get(String who, String report, String... parameters) {
        RequestSpecification request = request(who);
        for (int i = 0; i < parameters.length; i += 2) request.queryParam(parameters[i], parameters[i + 1]);
        return request.get("/api/v1/reports/" + report).then().statusCode(200);
    }
}
