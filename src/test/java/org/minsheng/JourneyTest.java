package org.minsheng;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.support.As;
import org.minsheng.support.Given;
import org.minsheng.support.Reports;

/** A year of project 2, 优化养老服务供给, from the split of its beds over towns to the table officials print. */
@QuarkusTest
class JourneyTest {
    @TempDir
    Path folder;

    private Given given;
    private String programme;
    private Reports reports;
    private String reviewer;
    private String townReporter;
    private String coReporter;

    @Test
    void a_year_of_the_second_project() throws IOException {
        given = Given.district();
        String east = given.town("east", "东关街道");
        String insurance = Given.unit(given.government(), "ybj", "DEPARTMENT", "区医保局");
        programme = given.programme(Given.YEAR);
        Map<String, Object> text = given.projectText(2);
        text.put("coUnitIds", List.of(insurance, east));
        String project = given.project(programme, text);
        String beds = given.indicator(project, Given.beds(Given.YEAR));
        String satisfied = given.indicator(project, satisfaction());
        given.publish(programme);
        reports = Reports.on(given, programme);
        String reporter = given.person("reporter", given.bureau());
        reviewer = given.person("reviewer", given.bureau());
        townReporter = given.person("reporter", east);
        coReporter = given.person("reporter", insurance);

        // the beds are split over lead and town, and kept by their register
        put(beds, "allocations", "v1", split(given.bureau(), 60, east, 40)).body("unallocated", equalTo(0));
        put(beds, "item-keeping", "v2", Map.of("keptBy", "MEASURE"));

        // last year's bed is not counted
        bed(reporter, beds, "老楼护理床", 5, Given.YEAR - 1 + "-11-30")
                .statusCode(422)
                .body("code", equalTo("item.finished-before-window"));
        accepted(reporter, beds, "康养中心一期", 30, "-03-20");
        accepted(townReporter, beds, "东关敬老院", 20, "-05-10");

        // the lead reports in March; a first try that is not what the items say is refused
        String march = draft(reporter, beds, 3, Map.of("amount", 31));
        Reports.move(reporter, march, "v0", "submission", Map.of())
                .statusCode(422)
                .body("code", equalTo("progress.not-the-accepted-items"));
        As.json(reporter, Map.of("amount", 30))
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"v0\"")
                .patch("/api/v1/progress-entries/" + march)
                .then()
                .statusCode(200);
        Reports.move(reporter, march, "v1", "submission", Map.of()).statusCode(200);
        Reports.move(reviewer, march, "v2", "return", Map.of("reason", "请附验收材料"))
                .statusCode(200);
        evidence(reporter, march);
        Reports.move(reporter, march, "v3", "submission", Map.of()).statusCode(200);
        Reports.move(reviewer, march, "v4", "approval", Map.of()).statusCode(200);
        // the town, a co-unit, reports in May, and the lead's reviewer approves it
        approve(draft(townReporter, beds, 5, Map.of()), townReporter);

        // satisfaction comes with numerator and denominator; another unit of the project may report too
        approve(draft(coReporter, satisfied, 6, Map.of("numerator", 930, "denominator", 1000)), coReporter);
        approve(draft(reporter, satisfied, 6, Map.of("numerator", 190, "denominator", 200)), reporter);

        // nothing new in June is a report too
        approve(draft(reporter, beds, 6, Map.of("narrative", "本月无新增")), reporter);

        // June is closed; what was wrong in it is corrected with a reason
        String june = reports.periods().get(Given.month(6));
        As.person(given.supervisor())
                .header("If-Match", "\"v0\"")
                .post("/api/v1/periods/" + june + "/closure")
                .then()
                .statusCode(200);
        correct(satisfied, coReporter, Map.of("numerator", 950, "denominator", 1000));

        // after July the lead finishes ten beds more
        accepted(reporter, beds, "康养中心二期", 10, "-09-01");
        approve(draft(reporter, beds, 9, Map.of()), reporter);

        on(beds, "-12-31").body("actual", equalTo(60)).body("clause", equalTo("REPORT_OVERDUE"));
        on(beds, "-07-31")
                .body("actual", equalTo(50))
                .body("status", equalTo("SLIGHTLY_BEHIND"))
                .body("explanation.contributing.unitName", hasItems("区民政局", "东关街道"));
        on(satisfied, "-07-31")
                .body("numerator", equalTo(1140))
                .body("denominator", equalTo(1200))
                .body("actual", equalTo(95))
                .body("verdict", equalTo("MET"))
                .body("explanation.excluded.why", contains("CORRECTED"));

        board("-07-31", "application/json")
                .body("rows.actual", contains(50, 95))
                .body("rows.printedTarget", contains("100 张", "95 %"))
                .body("rows.light", contains("GREEN", "GREEN"));
        byte[] book = board("-07-31", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .extract()
                .asByteArray();
        String sheet = sheet(book);
        assertTrue(sheet.contains("<v>50"), sheet);
        assertTrue(sheet.contains("<v>95"), sheet);
        assertEquals(2, sheet.split("<row ").length - 4, "title, number and head, then two promises");
    }

    private static Map<String, Object> satisfaction() {
        Map<String, Object> promise = Given.beds(Given.YEAR);
        promise.putAll(Map.of(
                "ordinal", 2,
                "code", "1.2",
                "name", "服务满意率",
                "measureKind", "RATIO",
                "commitment", "FLOOR",
                "targetValue", 95,
                "printedValue", "95",
                "printedUnit", "%",
                "unitOfMeasure", "percent"));
        promise.putAll(Map.of("additiveOverUnits", false, "reportingBasis", "TO_DATE"));
        return promise;
    }

    private static Map<String, Object> split(String one, int first, String other, int second) {
        return Map.of(
                "items", List.of(Map.of("unitId", one, "amount", first), Map.of("unitId", other, "amount", second)));
    }

    private ValidatableResponse put(String indicator, String what, String version, Map<String, ?> body) {
        return As.json(reviewer, body)
                .header("If-Match", "\"" + version + "\"")
                .put("/api/v1/indicators/" + indicator + "/" + what)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse bed(String who, String indicator, String name, int beds, String finished) {
        Map<String, Object> item = new LinkedHashMap<>(Map.of("name", name, "measure", beds, "finishedOn", finished));
        return As.json(who, Map.of("indicatorId", indicator, "text", item))
                .post("/api/v1/items")
                .then();
    }

    private void accepted(String who, String indicator, String name, int beds, String finished) {
        String id = bed(who, indicator, name, beds, Given.YEAR + finished)
                .statusCode(201)
                .extract()
                .path("id");
        As.person(reviewer)
                .header("If-Match", "\"v0\"")
                .post("/api/v1/items/" + id + "/acceptance")
                .then()
                .statusCode(200);
    }

    private String draft(String who, String indicator, int month, Map<String, ?> text) {
        return reports.draft(who, indicator, Given.month(month), text)
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void approve(String entry, String reporter) {
        Reports.move(reporter, entry, "v0", "submission", Map.of("confirmWarnings", true))
                .statusCode(200);
        Reports.move(reviewer, entry, "v1", "approval", Map.of()).statusCode(200);
    }

    private static void evidence(String who, String entry) {
        As.person(who)
                .contentType("application/octet-stream")
                .queryParam("fileName", "验收单.pdf")
                .body("%PDF-1.7 验收".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/progress-entries/" + entry + "/evidence")
                .then()
                .statusCode(201);
    }

    private void correct(String indicator, String who, Map<String, Object> numbers) {
        String wrong = As.person(who)
                .queryParam("indicator", indicator)
                .get("/api/v1/progress-entries")
                .then()
                .extract()
                .path("items.find { it.actions.contains('correct') }.id");
        Map<String, Object> text = new LinkedHashMap<>(numbers);
        text.putAll(Map.of("reasonCode", "OTHER", "reason", "问卷漏录 20 份"));
        String right = As.json(who, Map.of("text", text))
                .header("If-Match", "\"v2\"")
                .post("/api/v1/progress-entries/" + wrong + "/correction")
                .then()
                .statusCode(201)
                .body("supersedesId", containsString(wrong))
                .extract()
                .path("id");
        approve(right, who);
    }

    private ValidatableResponse on(String indicator, String day) {
        return As.person(given.supervisor())
                .queryParam("date", Given.YEAR + day)
                .queryParam("explain", true)
                .get("/api/v1/indicators/" + indicator + "/status")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse board(String day, String type) {
        return As.person(given.supervisor())
                .accept(type)
                .queryParam("programme", programme)
                .queryParam("date", Given.YEAR + day)
                .get("/api/v1/reports/board")
                .then()
                .statusCode(200);
    }

    private String sheet(byte[] book) throws IOException {
        Path file = Files.write(folder.resolve("board.xlsx"), book);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
        }
    }
}
