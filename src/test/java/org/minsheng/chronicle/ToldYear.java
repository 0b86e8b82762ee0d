package org.minsheng.chronicle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minsheng.support.As;
import org.minsheng.support.Given;
import org.minsheng.support.Reports;
import org.minsheng.support.Sealing;

/** A year of a project as people make it through the API, and its story as they read it. */
final class ToldYear {
    static final String NUMBER = "济兗政发〔" + Given.YEAR + "〕2号";

    final Given given = Given.district();
    final String town = given.town("dong", "东关街道");
    final String programme = post(
                    given.supervisor(),
                    "programmes",
                    Map.of(
                            "year",
                            Given.YEAR,
                            "title",
                            "民生实事",
                            "mandate",
                            Map.of("documentNumber", NUMBER, "adoptedBy", "区人大第五次会议", "adoptedHow", "票决通过")))
            .extract()
            .path("id");
    final String project;
    final String beds;
    final String satisfied;
    final String reporter = given.person("reporter", given.bureau());
    final String reviewer = given.person("reviewer", given.bureau());
    final String townReporter = given.person("reporter", town);
    Reports reports;
    String march;

    ToldYear() {
        Map<String, Object> text = given.projectText(2);
        text.put("coUnitIds", List.of(town));
        project = given.project(programme, text);
        beds = given.indicator(project, Given.beds(Given.YEAR));
        satisfied = given.indicator(project, satisfaction());
    }

    ToldYear published() {
        given.publish(programme);
        reports = Reports.on(given, programme);
        return this;
    }

    ToldYear planned() {
        put(
                reviewer,
                "indicators/" + beds + "/allocations",
                1,
                Map.of(
                        "items",
                        List.of(Map.of("unitId", given.bureau(), "amount", 60), Map.of("unitId", town, "amount", 40))));
        put(
                reviewer,
                "indicators/" + beds + "/trajectory",
                2,
                Map.of("points", List.of(Map.of("on", Given.YEAR + "-06-30", "share", 0.4))));
        people(1, "王敏", "李强");
        return this;
    }

    void people(int version, String contact, String leader) {
        put(
                reviewer,
                "projects/" + project + "/people",
                version,
                Map.of("contactPerson", contact, "leaderInCharge", leader));
    }

    /** March is reported, returned, proved, approved and corrected. */
    ToldYear reported() {
        march = reports.submitted(reporter, beds, Given.month(3), Map.of("amount", 12));
        Reports.move(reviewer, march, "v1", "return", Map.of("reason", "请附验收材料"))
                .statusCode(200);
        As.person(reporter)
                .contentType("application/octet-stream")
                .queryParam("fileName", "验收单.pdf")
                .body("%PDF-1.7 验收".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/progress-entries/" + march + "/evidence")
                .then()
                .statusCode(201);
        Reports.move(reporter, march, "v2", "submission", Map.of()).statusCode(200);
        Reports.move(reviewer, march, "v3", "approval", Map.of()).statusCode(200);
        String right = As.json(
                        reporter,
                        Map.of("text", Map.of("amount", 10, "reasonCode", "DOUBLE_COUNTING", "reason", "两张床位重复统计")))
                .header("If-Match", "\"v4\"")
                .post("/api/v1/progress-entries/" + march + "/correction")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Reports.move(reporter, right, "v0", "submission", Map.of()).statusCode(200);
        Reports.move(reviewer, right, "v1", "approval", Map.of()).statusCode(200);
        reports.approved(reporter, reviewer, satisfied, Given.month(6), Map.of("numerator", 930, "denominator", 1000));
        return this;
    }

    ToldYear countedByItems() {
        decide(item("康养中心一期", 10), "acceptance", Map.of());
        decide(item("康养中心二期", 5), "rejection", Map.of("reason", "设备未到位"));
        return this;
    }

    private String item(String name, int measure) {
        Map<String, Object> text = Map.of("name", name, "measure", measure, "finishedOn", Given.YEAR + "-03-20");
        return post(townReporter, "items", Map.of("indicatorId", beds, "text", text))
                .extract()
                .path("id");
    }

    private void decide(String item, String how, Map<String, Object> body) {
        As.json(reviewer, body)
                .header("If-Match", "\"v0\"")
                .post("/api/v1/items/" + item + "/" + how)
                .then()
                .statusCode(200);
    }

    ToldYear supervised() {
        put(
                given.supervisor(),
                "projects/" + project + "/rating",
                0,
                Map.of("light", "YELLOW", "reason", "进度偏慢", "expiresOn", expiry().toString()));
        put(
                given.supervisor(),
                "programmes/" + programme + "/thresholds",
                0,
                Map.of("ahead", 5, "behind", -8, "seriously", -25));
        return this;
    }

    static LocalDate expiry() {
        return LocalDate.now(org.minsheng.time.Time.CHINA).plusDays(30);
    }

    ToldYear ordered() {
        Map<String, Object> order = new LinkedHashMap<>(Map.of(
                "subjectType",
                "INDICATOR",
                "subjectId",
                beds,
                "action",
                "CHANGE_TARGET",
                "newValue",
                120,
                "newPrinted",
                "120 张",
                "reason",
                "上级下达任务调整",
                "approvedBy",
                "区人大常委会",
                "documentNumber",
                "济兗人发〔" + Given.YEAR + "〕9号",
                "effectiveOn",
                Given.YEAR + "-07-15"));
        post(given.supervisor(), "programmes/" + programme + "/change-orders", order);
        return this;
    }

    ToldYear closed() {
        String period = reports.periods().get(Given.month(3));
        As.person(given.supervisor())
                .header("If-Match", "\"v0\"")
                .post("/api/v1/periods/" + period + "/closure")
                .then()
                .statusCode(200);
        As.json(given.supervisor(), Map.of("unitId", town, "until", expiry().toString(), "reason", "系统故障"))
                .header("If-Match", "\"v1\"")
                .post("/api/v1/periods/" + period + "/extensions")
                .then()
                .statusCode(200);
        return this;
    }

    /** Once the log has given every act its place, up to the last one named. */
    ToldYear untilToldOf(String action) {
        Sealing.awaited();
        List<String> newest = read(given.supervisor(), "en", Map.of("sort", "-at", "limit", "1"))
                .path("items.action");
        assertEquals(List.of(action), newest);
        return this;
    }

    io.restassured.response.ExtractableResponse<?> read(String who, String language, Map<String, ?> query) {
        return As.person(who, language)
                .queryParams(query)
                .get("/api/v1/projects/" + project + "/ledger")
                .then()
                .statusCode(200)
                .extract();
    }

    List<String> sentences(String language) {
        return read(given.supervisor(), language, Map.of("limit", "200")).path("items.sentence");
    }

    static void tells(List<String> story, String sentence) {
        assertTrue(story.contains(sentence), () -> sentence + "\nis not in\n" + String.join("\n", story));
    }

    static ValidatableResponse post(String who, String path, Map<String, ?> body) {
        return As.json(who, body).post("/api/v1/" + path).then().statusCode(201);
    }

    static ValidatableResponse put(String who, String path, int version, Map<String, ?> body) {
        return As.json(who, body)
                .header("If-Match", "\"v" + version + "\"")
                .put("/api/v1/" + path)
                .then()
                .statusCode(200);
    }

    private static Map<String, Object> satisfaction() {
        Map<String, Object> promise = Given.beds(Given.YEAR);
        promise.putAll(Map.of(
                "ordinal", 2,
                "code", "1.2",
                "name", "服务满意率",
                "measureKind", "RATIO",
                "targetValue", 95,
                "printedValue", "95",
                "printedUnit", "%",
                "unitOfMeasure", "percent",
                "additiveOverUnits", false,
                "reportingBasis", "TO_DATE"));
        return promise;
    }
}
