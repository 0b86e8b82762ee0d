package org.minsheng.evidence;

import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minsheng.access.Actor;
import org.minsheng.http.Sha256;
import org.minsheng.items.Item;
import org.minsheng.ledger.Ledger;
import org.minsheng.progress.ProgressEntry;
import org.minsheng.support.As;
import org.minsheng.support.AtOnce;
import org.minsheng.support.Covers;
import org.minsheng.support.Given;
import org.minsheng.support.Reports;

/** How many files one thing has, however many are sent in the same moment. */
@QuarkusTest
class ManyFilesTest {
    @Inject
    Ledger ledger;

    @Inject
    EntityManager database;

    private Given given;
    private Reports reports;
    private String beds;
    private String reporter;

    @BeforeEach
    void a_promise() {
        given = Given.district();
        String programme = given.programme(Given.YEAR);
        beds = given.indicator(given.project(programme, 1), Given.beds(Given.YEAR));
        given.publish(programme);
        reports = Reports.on(given, programme);
        reporter = given.person("reporter", given.bureau());
    }

    @Test
    @Covers("ASVS 2.3.2")
    void an_entry_gets_two_hundred_files_and_no_more_from_simultaneous_senders() {
        String entry = reports.draft(reporter, beds, Given.month(1), Map.of("amount", 5))
                .extract()
                .path("id");
        fill(() -> Holder.of(database.find(ProgressEntry.class, UUID.fromString(entry))));
        assertThreeAreTaken("progress-entries/" + entry);
    }

    @Test
    @Covers("ASVS 2.3.2")
    void an_item_gets_two_hundred_files_and_no_more_from_simultaneous_senders() {
        As.json(given.supervisor(), Map.of("keptBy", "COUNT"))
                .header(
                        "If-Match",
                        As.person(given.supervisor())
                                .get("/api/v1/indicators/" + beds)
                                .header("ETag"))
                .put("/api/v1/indicators/" + beds + "/item-keeping")
                .then()
                .statusCode(200);
        String item = As.json(reporter, Map.of("indicatorId", beds, "text", Map.of("name", "一号楼")))
                .post("/api/v1/items")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        fill(() -> Holder.of(database.find(Item.class, UUID.fromString(item))));
        assertThreeAreTaken("items/" + item);
    }

    private void assertThreeAreTaken(String holder) {
        List<Integer> statuses = AtOnce.statuses(8, caller -> attach(holder, "file " + caller));
        assertEquals(List.of(201, 201, 201, 422, 422, 422, 422, 422), statuses);
        As.person(reporter).get("/api/v1/" + holder + "/evidence").then().body("items", hasSize(Attachments.MOST));
        // what is there already is a replay and no further file
        List<Integer> again = AtOnce.statuses(8, caller -> attach(holder, "file " + caller));
        assertEquals(statuses, again);
    }

    @Test
    @Covers("ASVS 2.3.2")
    void one_file_sent_by_many_at_once_is_one() {
        String entry = reports.draft(reporter, beds, Given.month(1), Map.of("amount", 5))
                .extract()
                .path("id");
        assertEquals(
                Collections.nCopies(8, 201),
                AtOnce.statuses(8, caller -> attach("progress-entries/" + entry, "the same")));
        As.person(reporter)
                .get("/api/v1/progress-entries/" + entry + "/evidence")
                .then()
                .body("items", hasSize(1));
    }

    /** All but three. */
    private void fill(Supplier<Holder> found) {
        QuarkusTransaction.requiringNew().run(() -> {
            Holder holder = found.get();
            for (int i = 0; i < Attachments.MOST - 3; i++) {
                byte[] digest = Sha256.of(holder.id() + " " + i);
                Evidence file = new Evidence(
                        holder,
                        new EvidenceFolder.Upload(null, digest, 1, "application/pdf"),
                        i + ".pdf",
                        UUID.randomUUID(),
                        Instant.now());
                database.persist(file);
                ledger.record(Actor.system("test"), "evidence.attached", file);
            }
        });
    }

    private ValidatableResponse attach(String holder, String content) {
        return As.person(reporter)
                .contentType("application/octet-stream")
                .queryParam("fileName", "a.pdf")
                .body(("%PDF-1.7 " + given.tag() + content).getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/" + holder + "/evidence")
                .then();
    }
}
