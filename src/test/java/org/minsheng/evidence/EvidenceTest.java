package org.minsheng.evidence;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minsheng.http.Sha256;
import org.minsheng.support.As;
import org.minsheng.support.Covers;
import org.minsheng.support.Given;
import org.minsheng.support.Reports;

@QuarkusTest
class EvidenceTest {
    private static final String PDF = "%PDF-1.7 ";

    @Inject
    EvidenceFolder folder;

    private Given given;
    private Reports reports;
    private String beds;
    private String reporter;
    private String reviewer;
    private String entry;

    @BeforeEach
    void a_draft() {
        given = Given.district();
        String programme = given.programme(Given.YEAR);
        beds = given.indicator(given.project(programme, 1), Given.beds(Given.YEAR));
        given.publish(programme);
        reports = Reports.on(given, programme);
        reporter = given.person("reporter", given.bureau());
        reviewer = given.person("reviewer", given.bureau());
        entry = draft(1);
    }

    @Test
    @Covers({"ASVS 3.2.1", "ASVS 5.3.1", "ASVS 5.3.2", "ASVS 5.4.1", "ASVS 5.4.2"})
    void a_file_comes_back_as_it_was_sent_and_is_never_shown_in_place() {
        byte[] sent = (PDF + given.tag()).getBytes(StandardCharsets.UTF_8);
        var file = attach(entry, "验收单.pdf", sent).statusCode(201).body("mediaType", equalTo("application/pdf"));
        String id = file.extract().path("id");
        String hash = file.extract().path("sha256");
        assertEquals(true, Files.exists(folder.path(HexFormat.of().parseHex(hash))));
        var answer = As.person(reviewer).get("/api/v1/evidence/" + id + "/content");
        assertArrayEquals(sent, answer.asByteArray());
        answer.then()
                .statusCode(200)
                .header("Content-Disposition", containsString("filename*=UTF-8''%E9%AA%8C%E6%94%B6%E5%8D%95.pdf"))
                .header("Content-Security-Policy", containsString("sandbox"))
                .header("X-Content-Type-Options", equalTo("nosniff"));
        As.person(reviewer)
                .header("If-None-Match", answer.header("ETag"))
                .get("/api/v1/evidence/" + id + "/content")
                .then()
                .statusCode(304);
        attach(entry, "验收单.pdf", sent).statusCode(201).body("id", equalTo(id));
    }

    @Test
    void the_same_file_behind_two_entries_is_flagged_not_refused() {
        byte[] photo = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1, 2, 3};
        attach(entry, "a.jpg", photo).statusCode(201).body("usedElsewhere", equalTo(0));
        attach(draft(2), "b.jpg", photo)
                .statusCode(201)
                .body("mediaType", equalTo("image/jpeg"))
                .body("usedElsewhere", equalTo(1));
    }

    @Test
    @Covers({"ASVS 1.3.4", "ASVS 5.3.2"})
    void a_file_is_judged_by_its_bytes() throws IOException {
        attach(entry, "a.pdf", "<svg onload=x>".getBytes(StandardCharsets.UTF_8))
                .statusCode(415)
                .body("code", equalTo("evidence.type-not-allowed"));
        attach(entry, "a.pdf", new byte[0]).statusCode(422).body("code", equalTo("evidence.empty"));
        attach(entry, "a.docx", zip("word/document.xml", "word/vbaProject.bin")).statusCode(415);
        attach(entry, "a.zip", zip("evil.sh")).statusCode(415);
        attach(entry, "a.xlsx", zip("[Content_Types].xml", "xl/workbook.xml"))
                .statusCode(201)
                .body("mediaType", containsString("spreadsheetml"));
        attach(entry, "../a.pdf", PDF.getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("fileName"));
    }

    @Test
    @Covers("ASVS 5.2.2")
    void the_ending_of_a_name_fits_the_bytes_and_nothing_is_kept_where_it_does_not() throws IOException {
        byte[] sent = (PDF + given.tag()).getBytes(StandardCharsets.UTF_8);
        for (String name : List.of("a.exe", "a.pdf.exe", "a.jpg", "a.docx", "a.pdf ", "apdf", "验收单", ".pdf"))
            attach(entry, name, sent)
                    .statusCode(422)
                    .body("code", equalTo("evidence.name-does-not-fit"))
                    .body("errors[0].pointer", equalTo("fileName"))
                    .body("detail", containsString(".pdf"));
        assertEquals(false, Files.exists(folder.path(Sha256.of(sent))));
        for (String name : List.of("验收单.pdf", "A.PDF", "a.exe.pdf"))
            attach(entry, name, sent).statusCode(201);
        attach(entry, "a.docx", zip("[Content_Types].xml", "xl/workbook.xml")).statusCode(422);
        attach(entry, "a.JPEG", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 9})
                .statusCode(201);
    }

    @Test
    void a_file_that_was_only_rehearsed_is_answered_and_not_kept() throws IOException {
        byte[] sent = (PDF + given.tag()).getBytes(StandardCharsets.UTF_8);
        As.person(reporter)
                .header("Prefer", "handling=dry-run")
                .contentType("application/octet-stream")
                .queryParam("fileName", "a.pdf")
                .body(sent)
                .post("/api/v1/progress-entries/" + entry + "/evidence")
                .then()
                .statusCode(201)
                .header("Preference-Applied", "handling=dry-run")
                .body("sha256", equalTo(HexFormat.of().formatHex(Sha256.of(sent))));
        nothingIsKept(sent);
    }

    @Test
    @Covers("ASVS 2.3.1")
    void a_file_of_an_entry_that_is_submitted_while_it_is_sent_is_not_kept() throws Exception {
        byte[] sent = (PDF + given.tag()).getBytes(StandardCharsets.UTF_8);
        try (Socket slow = new Socket("localhost", RestAssured.port)) {
            slow.setSoTimeout(20_000);
            OutputStream line = slow.getOutputStream();
            line.write(("POST /api/v1/progress-entries/" + entry + "/evidence?fileName=a.pdf HTTP/1.1\r\n"
                            + "Host: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                            + As.login(reporter, As.PASSWORD) + "\r\nContent-Type: application/octet-stream\r\n"
                            + "Content-Length: " + sent.length + "\r\n\r\n" + PDF)
                    .getBytes(StandardCharsets.UTF_8));
            Path incoming = Files.createDirectories(
                    folder.path(new byte[32]).getParent().resolveSibling("incoming"));
            await().until(() -> incoming.toFile().list().length > 0);
            Reports.move(reporter, entry, "v0", "submission", Map.of()).statusCode(200);
            line.write(sent, PDF.length(), sent.length - PDF.length());
            String answer = new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 409 "), answer);
        }
        nothingIsKept(sent);
    }

    @Test
    @Covers("ASVS 2.3.1")
    void a_file_of_an_entry_in_hand_can_be_taken_away_and_of_a_submitted_one_not() {
        String id = attach(entry, "a.pdf", PDF.getBytes(StandardCharsets.UTF_8))
                .extract()
                .path("id");
        String observer = given.person("observer", given.office());
        As.person(observer).get("/api/v1/evidence/" + id).then().statusCode(404);
        Reports.move(reporter, entry, "v0", "submission", Map.of()).statusCode(200);
        remove(id).statusCode(409);
        attach(entry, "b.pdf", PDF.getBytes(StandardCharsets.UTF_8)).statusCode(409);
        Reports.move(reporter, entry, "v1", "withdrawal", Map.of()).statusCode(200);
        remove(id).statusCode(204);
        As.person(reporter)
                .get("/api/v1/progress-entries/" + entry + "/evidence")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    @Covers("GB/T 22239 8.1.4.10 b")
    void what_an_upload_that_died_left_behind_goes_after_a_day() throws IOException {
        attach(entry, "a.pdf", (PDF + given.tag()).getBytes(StandardCharsets.UTF_8))
                .statusCode(201);
        Path incoming = folder.path(new byte[32]).getParent().resolveSibling("incoming");
        Path old = Files.createTempFile(incoming, "old", "");
        Path young = Files.createTempFile(incoming, "young", "");
        Files.setLastModifiedTime(
                old, FileTime.from(Instant.now().minus(Duration.ofDays(1)).minusSeconds(1)));
        folder.started(new StartupEvent());
        assertEquals(List.of(false, true), List.of(Files.exists(old), Files.exists(young)));
        Files.delete(young);
    }

    private void nothingIsKept(byte[] sent) {
        assertEquals(false, Files.exists(folder.path(Sha256.of(sent))));
        As.person(reporter)
                .get("/api/v1/progress-entries/" + entry + "/evidence")
                .then()
                .body("items", hasSize(0));
    }

    private ValidatableResponse remove(String id) {
        return As.person(reporter)
                .header("If-Match", "\"v0\"")
                .delete("/api/v1/evidence/" + id)
                .then();
    }

    private ValidatableResponse attach(String to, String name, byte[] bytes) {
        return As.person(reporter)
                .contentType("application/octet-stream")
                .queryParam("fileName", name)
                .body(bytes)
                .post("/api/v1/progress-entries/" + to + "/evidence")
                .then();
    }

    private String draft(int month) {
        return reports.draft(reporter, beds, Given.month(month), Map.of("amount", 5))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(1);
            }
        }
        return bytes.toByteArray();
    }
}
