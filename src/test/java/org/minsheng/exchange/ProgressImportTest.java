package org.minsheng.exchange;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minsheng.sheets.XlsxTable;
import org.minsheng.support.As;
import org.minsheng.support.Given;
import org.minsheng.support.Reports;
import org.minsheng.support.Statements;

@QuarkusTest
class ProgressImportTest {
    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv; charset=UTF-8";

    private Given given;
    private Reports reports;
    private String beds;
    private String done;
    private String reporter;
    private String reviewer;

    @BeforeEach
    void two_promises_and_their_people() {
        given = Given.district();
        String programme = given.programme(Given.YEAR);
        String project = given.project(programme, 1);
        beds = given.indicator(project, Given.beds(Given.YEAR));
        Map<String, Object> centre = Given.beds(Given.YEAR);
        centre.putAll(Map.of("ordinal", 2, "code", "1.2", "name", "建成养老中心", "quote", "建成养老中心"));
        centre.putAll(Map.of("measureKind", "DELIVERABLE", "commitment", "FIRM", "comparison", "DONE"));
        centre.putAll(Map.of("additiveOverUnits", false, "reportingBasis", "TO_DATE"));
        List.of("targetValue", "printedValue", "printedUnit").forEach(centre::remove);
        done = given.indicator(project, centre);
        given.publish(programme);
        reports = Reports.on(given, programme);
        reporter = given.person("reporter", given.bureau());
        reviewer = given.person("reviewer", given.bureau());
    }

    @Test
    void the_template_has_a_row_for_each_report_owed_and_comes_back_filled_in() throws IOException {
        reports.approved(reporter, reviewer, beds, Given.month(1), Map.of("amount", 7));
        byte[] template = As.person(reporter)
                .accept(XlsxTable.MEDIA_TYPE)
                .get("/api/v1/imports/progress/template")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        List<Row> rows;
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(template))) {
            rows = book.getFirstSheet().read();
        }
        assertEquals(3 + 11 + 12, rows.size(), "title, subtitle, heading; eleven months of one, twelve of the other");
        List<String> heading = rows.get(2).stream().map(c -> c.getText()).toList();
        Row february = rows.stream()
                .filter(r -> r.getCellText(heading.indexOf("period")).equals(Given.month(2)))
                .filter(r -> r.getCellText(heading.indexOf("code")).equals("1.1"))
                .findFirst()
                .orElseThrow();
        assertEquals("7", february.getCellText(heading.indexOf("lastValue")));

        byte[] filled = workbook(sheet -> {
            for (int c = 0; c < heading.size(); c++) sheet.value(0, c, heading.get(c));
            for (int c = 0; c < heading.size(); c++)
                if (february.hasCell(c)) sheet.value(1, c, february.getCellText(c));
            sheet.value(1, heading.indexOf("amount"), 12.1);
            sheet.value(2, heading.indexOf("indicatorId"), done);
            sheet.value(2, heading.indexOf("period"), LocalDate.of(Given.YEAR, 6, 1));
            sheet.value(2, heading.indexOf("doneOn"), LocalDate.of(Given.YEAR, 6, 30));
            sheet.value(3, heading.indexOf("indicatorId"), beds);
            sheet.value(3, heading.indexOf("period"), Given.month(3));
        });
        sent(XlsxTable.MEDIA_TYPE, filled, "?dryRun=true")
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("rows.entryId", contains(nullValue(), nullValue(), nullValue()));
        List<String> ids = sent(XlsxTable.MEDIA_TYPE, filled, "")
                .statusCode(200)
                .body("rows.outcome", contains("CREATED", "CREATED", "SKIPPED"))
                .extract()
                .path("rows.findAll { it.entryId != null }.entryId");
        As.person(reporter)
                .get("/api/v1/progress-entries/" + ids.get(0))
                .then()
                .body("amount", equalTo(12.1f))
                .body("status", equalTo("DRAFT"))
                .body("period", equalTo(Given.month(2)));
        As.person(reporter)
                .get("/api/v1/progress-entries/" + ids.get(1))
                .then()
                .body("doneOn", equalTo(Given.YEAR + "-06-30"))
                .body("period", equalTo(Given.month(6)));
    }

    @Test
    void the_same_file_again_changes_nothing_and_another_number_changes_one() {
        String csv =
                "指标标识,报告期,数值,进展\r\n%s,%s,5,'=已开工\r\n%s,%s,6,\r\n".formatted(beds, Given.month(1), beds, Given.month(2));
        String id = sent(CSV, csv.getBytes(StandardCharsets.UTF_8), "")
                .statusCode(200)
                .body("created", equalTo(2))
                .extract()
                .path("rows[0].entryId");
        As.person(reporter).get("/api/v1/progress-entries/" + id).then().body("narrative", equalTo("=已开工"));
        sent(CSV, ("\uFEFF" + csv).getBytes(StandardCharsets.UTF_8), "")
                .statusCode(200)
                .body("unchanged", equalTo(2));
        sent(CSV, csv.replace(",6,", ",6.5,").getBytes(StandardCharsets.UTF_8), "")
                .statusCode(200)
                .body("rows.outcome", contains("UNCHANGED", "CHANGED"))
                .body("rows[1].version", equalTo(1));
    }

    @Test
    void a_refused_row_says_why_and_by_choice_stops_all_or_only_itself() {
        reports.submitted(reporter, beds, Given.month(4), Map.of("amount", 9));
        String foreign = Given.district().bureau();
        String file = String.join(
                "\n",
                row(beds, Given.month(1), "\"amount\":5"),
                row(beds, Given.month(1), "\"amount\":6"),
                row(done, Given.month(1), "\"amount\":6"),
                row(beds, "2031-01", "\"amount\":6"),
                row(foreign, Given.month(1), "\"amount\":6"),
                row(beds, Given.month(4), "\"amount\":8"),
                row(beds, Given.month(5), "\"amount\":-1"),
                row(beds, Given.month(6), "\"amount\":\"1,200\""),
                row(beds, Given.month(7), "\"amount\":1,\"unitCode\":\"nobody\""),
                row(beds, Given.month(8), "\"amount\":1,\"colour\":\"red\""),
                "{broken");
        byte[] body = file.getBytes(StandardCharsets.UTF_8);
        sent(NDJSON, body, "")
                .statusCode(422)
                .body("code", equalTo("request.rule-broken"))
                .body("errors", hasSize(10))
                .body("errors[1].pointer", equalTo("/3/amount"));
        As.person(reporter)
                .queryParam("status", "DRAFT")
                .get("/api/v1/progress-entries")
                .then()
                .body("items", hasSize(0));
        sent(NDJSON, body, "?mode=BEST_EFFORT")
                .statusCode(200)
                .body("accepted", equalTo(false))
                .body("created", equalTo(1))
                .body("refused", equalTo(10))
                .body(
                        "rows.findAll { it.errors }.collect { it.errors[0].code }",
                        contains(
                                "import.row-twice",
                                "progress.not-of-this-kind",
                                "progress.unknown-period",
                                "progress.unknown-indicator",
                                "progress.already-reported",
                                "field.positive-or-zero",
                                "import.not-a-number",
                                "progress.not-your-unit",
                                "import.unknown-column",
                                "import.unreadable-line"));
    }

    @Test
    void a_file_that_is_none_is_refused_with_advice() throws IOException {
        byte[] chinese = "指标标识,报告期\r\n".getBytes(Charset.forName("GB18030"));
        sent(CSV, chinese, "").statusCode(422).body("code", equalTo("import.not-utf8"));
        sent(CSV, "a,b\r\n1,2\r\n".getBytes(), "").statusCode(422).body("code", equalTo("import.no-heading"));
        sent(CSV, "indicatorId,colour\r\n".getBytes(), "")
                .statusCode(422)
                .body("code", equalTo("import.unknown-column"));
        sent(XlsxTable.MEDIA_TYPE, "no workbook".getBytes(), "")
                .statusCode(422)
                .body("code", equalTo("import.unreadable-file"));
        sent(XlsxTable.MEDIA_TYPE, bomb(), "").statusCode(413).body("code", equalTo("request.too-large"));
        String line = row(beds, Given.month(1), "\"amount\":5") + "\n";
        sent(NDJSON, line.repeat(10_001).getBytes(), "?mode=BEST_EFFORT")
                .statusCode(413)
                .body("code", equalTo("import.too-many-rows"));
    }

    @Test
    void a_thousand_rows_cost_the_statements_of_two_chunks() {
        StringBuilder file = new StringBuilder();
        for (int i = 0; i < 1000; i++)
            file.append(row(beds, Given.month(1 + i % 12), "\"amount\":" + i)).append('\n');
        long statements = Statements.during(() -> sent(NDJSON, file.toString().getBytes(), "?mode=BEST_EFFORT")
                .statusCode(200)
                .body("created", equalTo(12)));
        assertTrue(statements < 60, statements + " statements");
    }

    @Test
    void all_entries_go_out_as_csv_and_as_lines_of_json() {
        reports.approved(reporter, reviewer, beds, Given.month(1), Map.of("amount", 7, "narrative", "=1+1"));
        reports.submitted(reporter, beds, Given.month(2), Map.of("amount", 8));
        String csv = exported(reporter, CSV);
        assertEquals(3, csv.lines().count(), csv);
        assertTrue(csv.lines().skip(2).findFirst().orElseThrow().contains(",APPROVED,7,,,,'=1+1,"), csv);
        String lines = exported(reporter, NDJSON);
        assertEquals(2, lines.lines().count(), lines);
        assertTrue(lines.contains("\"amount\":8,"), lines);
        String observer = given.person("observer", given.office());
        assertEquals(1, exported(observer, NDJSON).lines().count(), "what is not approved is working data");
    }

    private String exported(String who, String type) {
        return As.person(who)
                .accept(type)
                .queryParam("indicator", beds)
                .get("/api/v1/exports/progress")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private ValidatableResponse sent(String type, byte[] body, String query) {
        return As.person(reporter)
                .contentType(type)
                .body(body)
                .post("/api/v1/imports/progress" + query)
                .then();
    }

    private static String row(String indicator, String period, String values) {
        return "{\"indicatorId\":\"%s\",\"period\":\"%s\",%s}".formatted(indicator, period, values);
    }

    private interface Filling {
        void of(Worksheet sheet);
    }

    private static byte[] workbook(Filling filling) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            filling.of(book.newWorksheet("填报"));
        }
        return out.toByteArray();
    }

    /** A hundred megabytes and more of nothing, in a hundred kilobytes. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] nothing = new byte[1 << 20];
            for (int i = 0; i < 101; i++) zip.write(nothing);
        }
        return out.toByteArray();
    }
}
