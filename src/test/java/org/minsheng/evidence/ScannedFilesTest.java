package org.minsheng.evidence;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minsheng.http.Sha256;
import org.minsheng.support.As;
import org.minsheng.support.Covers;
import org.minsheng.support.Given;
import org.minsheng.support.Reports;
import org.minsheng.support.TestScanner;

/** No file is kept without the scanner's word. */
@QuarkusTest
class ScannedFilesTest {
    @Inject
    EvidenceFolder folder;

    @Inject
    EntityManager database;

    private Given given;
    private String reporter;
    private String entry;

    @BeforeEach
    void a_draft() {
        given = Given.district();
        String programme = given.programme(Given.YEAR);
        String beds = given.indicator(given.project(programme, 1), Given.beds(Given.YEAR));
        given.publish(programme);
        reporter = given.person("reporter", given.bureau());
        entry = Reports.on(given, programme)
                .draft(reporter, beds, Given.month(1), Map.of("amount", 5))
                .extract()
                .path("id");
    }

    @Test
    @Covers("ASVS 5.4.3")
    void an_infected_file_is_refused_recorded_and_not_kept() {
        attach(TestScanner.INFECTED, 0)
                .statusCode(422)
                .body("code", equalTo("file.infected"))
                .body("detail", containsString("Test.Signature-1"));
        assertNothingIsKept(TestScanner.INFECTED, 0);
        attach(TestScanner.INFECTED, 0, "handling=dry-run").statusCode(422);
        assertEquals(2, recorded());
    }

    @Test
    @Covers("ASVS 5.4.3")
    void the_scanner_gets_every_byte() {
        attach(TestScanner.WEIGHED, (3 << 20) + 17)
                .statusCode(422)
                .body("detail", containsString(file(TestScanner.WEIGHED, (3 << 20) + 17).length + ".bytes"));
    }

    @Test
    @Covers("ASVS 5.4.3")
    void without_the_scanners_word_nothing_is_taken() {
        for (String word : List.of(TestScanner.GONE, TestScanner.CONFUSED, TestScanner.STUCK)) {
            notScanned(attach(word, 8 << 20));
            assertNothingIsKept(word, 8 << 20);
        }
        attach("harmless", 0).statusCode(201);
    }

    @Test
    @Covers("ASVS 5.4.3")
    void a_silent_scanner_holds_nobody_for_long_and_recovers() throws Exception {
        var threads = Executors.newFixedThreadPool(6);
        List<Callable<ValidatableResponse>> uploads = new ArrayList<>();
        for (int i = 0; i < 6; i++) uploads.add(() -> attach(TestScanner.SILENT, 0));
        for (var upload : threads.invokeAll(uploads)) notScanned(upload.get());
        threads.shutdown();
        assertNothingIsKept(TestScanner.SILENT, 0);
        attach("harmless", 0).statusCode(201);
    }

    @Test
    @Covers("ASVS 5.4.3")
    void files_of_progress_are_scanned_before_they_are_read() {
        for (Map.Entry<String, Integer> said :
                Map.of(TestScanner.INFECTED, 422, TestScanner.GONE, 503).entrySet())
            As.person(reporter)
                    .contentType("text/csv")
                    .body("indicatorCode,period\n" + said.getKey() + ",x\n")
                    .post("/api/v1/imports/progress")
                    .then()
                    .statusCode(said.getValue());
        assertEquals(1, recorded());
    }

    private static void notScanned(ValidatableResponse answer) {
        answer.statusCode(503).header("Retry-After", equalTo("30")).body("code", equalTo("file.not-scanned"));
    }

    private void assertNothingIsKept(String word, int more) {
        assertFalse(Files.exists(folder.path(Sha256.of(file(word, more)))));
        As.person(reporter)
                .get("/api/v1/progress-entries/" + entry + "/evidence")
                .then()
                .body("items", hasSize(0));
    }

    private ValidatableResponse attach(String word, int more, String... preferences) {
        return As.person(reporter)
                .contentType("application/octet-stream")
                .header("Prefer", String.join(",", preferences))
                .queryParam("fileName", "a.pdf")
                .body(file(word, more))
                .post("/api/v1/progress-entries/" + entry + "/evidence")
                .then();
    }

    private byte[] file(String word, int more) {
        byte[] head = ("%PDF-1.7 " + given.tag() + " " + word).getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(head, head.length + more);
    }

    /** By the account's id, which each of its security events tells. */
    private long recorded() {
        return database.createQuery("""
                        select count(*) from LedgerEvent e, Account a
                        where e.action = 'file.infected' and e.subjectType = 'security-event' and e.audience = AUDIT
                          and a.username = :username and e.actorId = a.id and e.unitPath like concat(a.unit.path, '%')
                          and e.body like '%Test.Signature-1%'""", Long.class)
                .setParameter("username", reporter)
                .getSingleResult();
    }
}
