package org.minsheng.ledger;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.ledger.proof.Ed25519Signer;
import org.minsheng.ledger.proof.Note;
import org.minsheng.ledger.proof.VerifierKey;
import org.minsheng.support.As;
import org.minsheng.support.Given;
import org.minsheng.support.PackagedLedger;
import org.minsheng.support.Reports;
import org.minsheng.support.Sealing;

/** Whoever approves may take home a signed promise that the approval will stand in the log. */
@QuarkusTest
class ReceiptTest {
    @TempDir
    Path folder;

    private Given given;
    private Reports reports;
    private String beds;
    private String reporter;
    private String reviewer;

    @BeforeEach
    void a_published_promise() {
        given = Given.district();
        String programme = given.programme(Given.YEAR);
        beds = given.indicator(given.project(programme, 1), Given.beds(Given.YEAR));
        given.publish(programme);
        reports = Reports.on(given, programme);
        reporter = given.person("reporter", given.bureau());
        reviewer = given.person("reviewer", given.bureau());
    }

    @Test
    void a_receipt_is_signed_by_the_logs_key_and_names_what_the_log_then_holds() {
        Response approved = approve("receipt", UUID.randomUUID().toString());
        Note receipt = note(approved.header("Ledger-Receipt"));
        List<String> lines = receipt.text().lines().toList();
        assertEquals("minsheng-ledger/receipt/v1", lines.get(0));
        assertEquals("progress-entry/" + approved.path("id"), lines.get(3));
        VerifierKey key = VerifierKey.of(As.nobody()
                        .get("/public/v1/ledger/key")
                        .asString()
                        .lines()
                        .findFirst()
                        .orElseThrow())
                .orElseThrow();
        assertEquals(key.name(), lines.get(1));
        assertTrue(Ed25519Signer.verifies(
                key.publicKey(), receipt.text().getBytes(StandardCharsets.UTF_8), receipt.signatureOf(key)));

        Sealing.awaited();
        As.person("auditor")
                .get("/api/v1/ledger/entries?limit=1&stream=" + lines.get(3))
                .then()
                .body("items[0].eventId", equalTo(lines.get(2)))
                .body("items[0].bodyHash", equalTo(lines.get(4)))
                .body("items[0].recordedAt", equalTo(lines.get(5)));
    }

    @Test
    void the_verifier_that_auditors_run_accepts_it_and_refuses_one_that_promises_something_else() throws Exception {
        String receipt = note(approve("receipt", UUID.randomUUID().toString()).header("Ledger-Receipt"))
                .toString();
        Sealing.awaited();
        byte[] zip = As.person("auditor")
                .get("/api/v1/ledger/bundle")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        Path bundle = Files.write(folder.resolve("bundle.zip"), zip);
        Path given = Files.writeString(folder.resolve("given.txt"), receipt);
        PackagedLedger.verifier(bundle, 0, "receipts: 1", "--receipt", given.toString());
        String event = receipt.lines().skip(2).findFirst().orElseThrow();
        Path forged = Files.writeString(
                folder.resolve("forged.txt"),
                receipt.replace(event, UUID.randomUUID().toString()));
        PackagedLedger.verifier(bundle, 1, "no key of the log signed the receipt", "--receipt", forged.toString());
    }

    @Test
    void the_same_request_again_brings_the_same_receipt() {
        String key = UUID.randomUUID().toString();
        String id = reports.submitted(reporter, beds, Given.month(1), Map.of("amount", 1));
        String first = approval(id, "receipt", key).header("Ledger-Receipt");
        Response again = approval(id, "receipt", key);
        assertEquals("true", again.header("Idempotency-Replayed"));
        assertEquals(first, again.header("Ledger-Receipt"));
    }

    @Test
    void nobody_gets_one_who_did_not_ask_or_only_rehearsed() {
        String id = reports.submitted(reporter, beds, Given.month(1), Map.of("amount", 1));
        assertNull(approval(id, "handling=dry-run, receipt", null).header("Ledger-Receipt"));
        assertNull(approval(id, "return=minimal", null).header("Ledger-Receipt"));
    }

    @Test
    void a_batch_brings_one_for_each_that_was_approved() {
        String id = reports.submitted(reporter, beds, Given.month(1), Map.of("amount", 1));
        Map<String, Object> batch =
                Map.of("items", List.of(Map.of("id", id, "version", 1), Map.of("id", UUID.randomUUID(), "version", 1)));
        As.json(reviewer, batch)
                .header("Prefer", "receipt")
                .post("/api/v1/progress-entry-approvals")
                .then()
                .statusCode(200)
                .header("Preference-Applied", equalTo("receipt"))
                .body("items[0].receipt", notNullValue())
                .body("items[1].receipt", nullValue());
    }

    private Response approve(String prefer, String key) {
        return approval(reports.submitted(reporter, beds, Given.month(1), Map.of("amount", 1)), prefer, key);
    }

    private Response approval(String id, String prefer, String key) {
        var request = As.json(reviewer, Map.of()).header("If-Match", "\"v1\"").header("Prefer", prefer);
        if (key != null) request.header("Idempotency-Key", key);
        Response answer = request.post("/api/v1/progress-entries/" + id + "/approval");
        answer.then().statusCode(200);
        return answer;
    }

    private static Note note(String base64) {
        return Note.parse(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
    }
}
