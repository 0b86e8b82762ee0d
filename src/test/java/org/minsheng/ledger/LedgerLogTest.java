package org.minsheng.ledger;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minsheng.ledger.proof.Checkpoint;
import org.minsheng.ledger.proof.Frontier;
import org.minsheng.ledger.proof.Merkle;
import org.minsheng.ledger.proof.Note;
import org.minsheng.ledger.proof.RfcVerifier;
import org.minsheng.support.As;
import org.minsheng.support.Covers;
import org.minsheng.support.Given;
import org.minsheng.support.Sealing;

/** What happens is in the log soon, and anybody can check that it is. */
@QuarkusTest
class LedgerLogTest {
    @Test
    @Covers("GB/T 22239 8.1.4.7 b")
    void an_act_gets_its_place_and_is_proven_against_a_signed_checkpoint() throws Exception {
        Given given = Given.district();
        String programme = given.programme(2027);
        Sealing.awaited();
        JsonPath entry = newest(programme);
        assertEquals("programme.created", entry.getString("action"));
        int index = entry.getInt("index");

        JsonPath whole = As.person("auditor")
                .get("/api/v1/ledger/entries/" + index)
                .then()
                .statusCode(200)
                .body("body", containsString(programme))
                .extract()
                .jsonPath();
        byte[] leaf = Merkle.leaf(whole.getString("entry").getBytes(StandardCharsets.UTF_8));
        assertEquals(whole.getString("leafHash"), HexFormat.of().formatHex(leaf));
        byte[] body = whole.getString("body").getBytes(StandardCharsets.UTF_8);
        assertEquals(
                whole.getString("bodyHash"),
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body)));
        assertTrue(whole.getString("entry").contains(whole.getString("bodyHash")));

        JsonPath proof = As.person("auditor")
                .get("/api/v1/ledger/entries/" + index + "/proof")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Checkpoint checkpoint =
                Checkpoint.of(Note.parse(proof.getString("checkpoint")).text()).orElseThrow();
        assertTrue(RfcVerifier.included(index, checkpoint.size(), leaf, hashes(proof), checkpoint.root()));
    }

    @Test
    void a_later_tree_begins_with_an_earlier_one() {
        Given given = Given.district();
        Checkpoint before = Sealing.awaited();
        given.programme(2027);
        Checkpoint after = Sealing.awaited();
        JsonPath proof = As.person("auditor")
                .get("/api/v1/ledger/consistency?from=" + before.size() + "&to=" + after.size())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertTrue(RfcVerifier.consistent(before.size(), after.size(), before.root(), after.root(), hashes(proof)));
    }

    @Test
    void the_root_is_that_of_the_published_leaves() {
        Given.district();
        Checkpoint checkpoint = Sealing.awaited();
        Frontier tree = new Frontier();
        for (long tile = 0; tile << 8 < checkpoint.size(); tile++) {
            int width = (int) Math.min(256, checkpoint.size() - (tile << 8));
            byte[] hashes = tile(0, tile, width);
            for (int i = 0; i < hashes.length; i += 32)
                tree.append(Arrays.copyOfRange(hashes, i, i + 32), (level, index, hash) -> {
                    if (level == 1) assertArrayEquals(hash, last(tile(1, 0, (int) index + 1)));
                });
        }
        assertArrayEquals(checkpoint.root(), tree.root());
    }

    @Test
    void an_entry_bundle_holds_the_leaves_of_its_tile() {
        Given.district();
        int width = (int) Math.min(256, Sealing.awaited().size());
        byte[] bundle = As.person("auditor")
                .get("/api/v1/ledger/tile/entries/000" + (width < 256 ? ".p/" + width : ""))
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        ByteBuffer entries = ByteBuffer.wrap(bundle);
        ByteArrayOutputStream leaves = new ByteArrayOutputStream();
        while (entries.hasRemaining()) {
            byte[] entry = new byte[entries.getShort()];
            entries.get(entry);
            leaves.writeBytes(Merkle.leaf(entry));
        }
        assertArrayEquals(tile(0, 0, width), leaves.toByteArray());
    }

    @Test
    @Covers("ASVS 8.4.1")
    void what_stands_outside_is_not_listed_and_not_read() {
        Given given = Given.district();
        String programme = given.programme(2027);
        Sealing.awaited();
        int index = newest(programme).getInt("index");
        String other = Given.district().supervisor();
        As.person(other).get("/api/v1/ledger/entries/" + index).then().statusCode(404);
        As.person(other)
                .get("/api/v1/ledger/entries?programme=" + programme)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
        As.person(given.supervisor())
                .get("/api/v1/ledger/entries?subjectType=programme&limit=200")
                .then()
                .statusCode(200)
                .body("items.subjectId", everyItem(equalTo(programme)));
        As.person(given.supervisor())
                .get("/api/v1/ledger/entries?subjectType=account")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource({
        "entries/999999999, 404",
        "entries/-1, 400",
        "entries/999999999/proof, 404",
        "entries/0/proof?size=0, 400",
        "entries/0/proof?size=999999999, 400",
        "consistency, 400",
        "consistency?from=0, 400",
        "consistency?from=2&to=1, 400",
        "consistency?from=1&to=999999999, 400",
        "entries?cursor=Zm9yZ2VkLWN1cnNvci1mb3JnZWQ, 400",
        "entries?stream=Project, 400",
        "entries?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z, 400",
        "entries?sort=action, 400"
    })
    void bad_questions_are_told_what_is_wrong(String question, int status) {
        Sealing.awaited();
        As.person("auditor")
                .get("/api/v1/ledger/" + question)
                .then()
                .statusCode(status)
                .body("code", startsWith(""));
    }

    @ParameterizedTest
    @CsvSource({
        "0/999, 404",
        "0/00, 404",
        "0/000.p/256, 404",
        "7/000, 404",
        "-1/000, 400",
        "8/000, 400",
        "0/x000/000, 404"
    })
    void there_are_no_other_tiles(String path, int status) {
        As.nobody().get("/public/v1/ledger/tile/" + path).then().statusCode(status);
    }

    @Test
    void the_checkpoint_and_the_key_are_for_everybody() {
        Sealing.awaited();
        String etag = As.nobody()
                .get("/public/v1/ledger/key")
                .then()
                .statusCode(200)
                .body(startsWith("minsheng-ledger/"))
                .extract()
                .header("ETag");
        As.nobody()
                .header("If-None-Match", etag)
                .get("/public/v1/ledger/key")
                .then()
                .statusCode(304);
    }

    private JsonPath newest(String programme) {
        return As.person("auditor")
                .get("/api/v1/ledger/entries?limit=1&programme=" + UUID.fromString(programme))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .setRootPath("items[0]");
    }

    private static byte[] tile(int level, long index, int width) {
        return As.nobody()
                .get("/public/v1/ledger/tile/" + level + "/%03d".formatted(index) + (width < 256 ? ".p/" + width : ""))
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static byte[] last(byte[] tile) {
        return Arrays.copyOfRange(tile, tile.length - 32, tile.length);
    }

    private static List<byte[]> hashes(JsonPath proof) {
        return proof.getList("hashes", String.class).stream()
                .map(Base64.getDecoder()::decode)
                .toList();
    }
}
