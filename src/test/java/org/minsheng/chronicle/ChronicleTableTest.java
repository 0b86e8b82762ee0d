package org.minsheng.chronicle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.sheets.XlsxTable;
import org.minsheng.support.As;
import org.minsheng.support.Given;
import org.minsheng.support.Statements;

/** The story on paper, and what reading it costs. */
@QuarkusTest
class ChronicleTableTest {
    @TempDir
    Path folder;

    @Test
    void the_whole_story_comes_as_csv_whatever_a_page_holds() {
        ToldYear year = new ToldYear().published().ordered().untilToldOf("change-order.applied");
        Response answer = get(year, "text/csv");
        String csv = answer.then()
                .statusCode(200)
                .header("Content-Disposition", "attachment; filename=\"ledger-" + Given.YEAR + "-02.csv\"")
                .extract()
                .asString();
        assertTrue(csv.startsWith("\uFEFF台账号,时间,阶段,单位,经办人,事项,变更内容,理由,文号,批准机关"), csv);
        assertTrue(csv.contains("督查室拟订项目“优化养老服务”，牵头单位：区民政局，协办单位：东关街道"), csv);
        assertTrue(csv.contains("目标：100 张 → 120 张"), csv);
        assertTrue(csv.contains("上级下达任务调整,济兗人发〔" + Given.YEAR + "〕9号,区人大常委会"), csv);
        List<Integer> all = year.read(year.given.supervisor(), "zh-CN", Map.of("limit", "200"))
                .path("items.index");
        assertEquals(
                all.size(), Pattern.compile("(?m)^\\d+,").matcher(csv).results().count());
        As.person(year.given.supervisor(), "zh-CN")
                .accept("text/csv")
                .header("If-None-Match", answer.header("ETag"))
                .queryParam("limit", "5")
                .get("/api/v1/projects/" + year.project + "/ledger")
                .then()
                .statusCode(304);
    }

    @Test
    void and_as_a_workbook_with_heading_and_frozen_head() throws IOException {
        ToldYear year = new ToldYear().published().ordered().untilToldOf("change-order.applied");
        Path file = Files.write(
                folder.resolve("ledger.xlsx"),
                get(year, XlsxTable.MEDIA_TYPE).then().statusCode(200).extract().asByteArray());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            String sheet = part(zip, "xl/worksheets/sheet1.xml");
            assertTrue(sheet.contains("<mergeCell ref=\"A1:J1\"/>"), sheet);
            assertTrue(sheet.contains("frozen"), sheet);
            String strings = Pattern.compile("&#x([0-9a-f]+);")
                    .matcher(part(zip, "xl/sharedStrings.xml"))
                    .replaceAll(c -> Character.toString(Integer.parseInt(c.group(1), 16)));
            assertTrue(strings.contains("民生实事　“优化养老服务”全周期台账"), strings);
            assertTrue(strings.contains(ToldYear.NUMBER), strings);
            assertTrue(strings.contains("督查室拟订项目“优化养老服务”"), strings);
        }
    }

    @Test
    void a_page_costs_the_same_statements_whatever_it_holds() {
        ToldYear year = new ToldYear().published().reported().countedByItems().untilToldOf("item.rejected");
        long few = cost(year, 30);
        year.supervised().ordered().closed().untilToldOf("period.extended");
        assertEquals(few, cost(year, 200));
        assertEquals(8, few);
    }

    private static long cost(ToldYear year, int limit) {
        As.person(year.given.supervisor()).get("/api/v1/me").then().statusCode(200);
        return Statements.during(() -> assertEquals(
                200,
                As.person(year.given.supervisor())
                        .queryParam("limit", limit)
                        .queryParam("sort", "-at")
                        .get("/api/v1/projects/" + year.project + "/ledger")
                        .statusCode()));
    }

    private static Response get(ToldYear year, String type) {
        return As.person(year.given.supervisor(), "zh-CN")
                .accept(type)
                .queryParam("limit", "5")
                .get("/api/v1/projects/" + year.project + "/ledger");
    }

    private static String part(ZipFile zip, String name) throws IOException {
        return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
