package org.minsheng.reports;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.sheets.XlsxTable;
import org.minsheng.support.As;
import org.minsheng.support.Covers;
import org.minsheng.support.Given;
import org.minsheng.support.Reports;
import org.minsheng.support.Statements;

@QuarkusTest
class ReportTest {
    @TempDir
    Path folder;

    private Given given;
    private String programme;
    private String beds;
    private Reports reports;
    private String reporter;
    private String reviewer;

    @BeforeEach
    void two_projects_of_which_one_reports() {
        given = Given.district();
        programme = given.programme(Given.YEAR);
        beds = given.indicator(given.project(programme, 1), named("=1+1 护理型床位"));
        given.indicator(given.project(programme, 2), Given.beds(Given.YEAR));
        given.publish(programme);
        reports = Reports.on(given, programme);
        reporter = given.person("reporter", given.bureau());
        reviewer = given.person("reviewer", given.bureau());
    }

    @Test
    void the_overview_counts_as_governments_publish() {
        reports.approved(reporter, reviewer, beds, Given.month(6), Map.of("amount", 100));
        get("overview", "application/json")
                .then()
                .statusCode(200)
                .body("projects", equalTo(2))
                .body("rate", equalTo(1))
                .body("startedRate", equalTo(0.5f))
                .body("completedRate", equalTo(0.5f))
                .body("projectsByLight.find { it.kind == 'GREEN' }.count", equalTo(1))
                .body("projectsByLight.find { it.kind == 'GREY' }.count", equalTo(1))
                .body("projectsByLight.find { it.kind == 'RED' }.count", equalTo(0));
    }

    @Test
    void the_programme_says_what_went_into_its_rate() {
        reports.approved(reporter, reviewer, beds, Given.month(6), Map.of("amount", 40));
        As.person(given.supervisor())
                .queryParam("date", Given.month(6) + "-30")
                .get("/api/v1/programmes/" + programme + "/status")
                .then()
                .statusCode(200)
                .body("rate", equalTo(0.4f))
                .body("projects.clause", contains("COUNTED", "NOTHING_COUNTS"))
                .body("projects.light", contains("GREEN", "GREY"));
    }

    @Test
    void the_board_of_july_is_the_board_of_july() {
        reports.approved(reporter, reviewer, beds, Given.month(6), Map.of("amount", 40));
        reports.approved(reporter, reviewer, beds, Given.month(8), Map.of("amount", 30));
        As.person(given.supervisor())
                .queryParam("programme", programme)
                .queryParam("date", Given.month(6) + "-30")
                .get("/api/v1/reports/board")
                .then()
                .statusCode(200)
                .body("rows", hasSize(2))
                .body("rows.actual", contains(40, null))
                .body("rows.printedTarget", contains("100 张", "100 张"))
                .body("rows.status", contains("SLIGHTLY_BEHIND", "NO_DATA"));
    }

    @Test
    @Covers("ASVS 1.1.2")
    void the_board_comes_as_csv_whose_text_is_no_formula() {
        reports.approved(reporter, reviewer, beds, Given.month(6), Map.of("amount", 40));
        String csv = get("board", "text/csv").then().statusCode(200).extract().asString();
        assertTrue(csv.startsWith("\uFEFFNo.,Project,"), csv);
        assertTrue(csv.contains(",'=1+1 护理型床位,100 张,40,0.4,"), csv);
        assertEquals(3, csv.lines().count());
    }

    @Test
    void the_board_comes_as_a_workbook_with_heading_and_lights() throws IOException {
        byte[] book = get("board", XlsxTable.MEDIA_TYPE)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        Map<String, String> parts = new HashMap<>();
        Path file = Files.write(folder.resolve("board.xlsx"), book);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries()))
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
        }
        String sheet = parts.get("xl/worksheets/sheet1.xml");
        assertTrue(sheet.contains("<mergeCell ref=\"A1:O1\"/>"), sheet);
        assertTrue(sheet.contains("pane") && sheet.contains("frozen"), sheet);
        String strings = Pattern.compile("&#x([0-9a-f]+);")
                .matcher(parts.get("xl/sharedStrings.xml"))
                .replaceAll(c -> Character.toString(Integer.parseInt(c.group(1), 16)));
        assertTrue(strings.contains(Given.YEAR + "年民生实事"), strings);
        assertTrue(parts.get("xl/styles.xml").contains("D9D9D9"));
    }

    @Test
    void a_report_costs_the_same_statements_whatever_it_holds() {
        long few = cost();
        String bigger = given.programme(Given.YEAR - 1);
        for (int i = 1; i <= 4; i++) given.indicator(given.project(bigger, i), Given.beds(Given.YEAR - 1));
        given.publish(bigger);
        programme = bigger;
        assertEquals(few, cost());
        assertEquals(12, few);
    }

    @Test
    void an_unknown_programme_is_404_and_none_is_400() {
        As.person(given.supervisor()).get("/api/v1/reports/board").then().statusCode(400);
        As.person(Given.district().supervisor())
                .queryParam("programme", programme)
                .get("/api/v1/reports/overview")
                .then()
                .statusCode(404);
    }

    private long cost() {
        As.person(given.supervisor()).get("/api/v1/me").then().statusCode(200);
        return Statements.during(() -> get("board", "application/json").then().statusCode(200));
    }

    private Response get(String report, String type) {
        return As.person(given.supervisor())
                .accept(type)
                .queryParam("programme", programme)
                .get("/api/v1/reports/" + report);
    }

    private static Map<String, Object> named(String name) {
        Map<String, Object> promise = Given.beds(Given.YEAR);
        promise.put("name", name);
        return promise;
    }
}
