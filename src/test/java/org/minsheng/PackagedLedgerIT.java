package org.minsheng;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.minsheng.support.PackagedLedger.PATIENCE;
import static org.minsheng.support.PackagedLedger.checkpoint;
import static org.minsheng.support.PackagedLedger.keys;
import static org.minsheng.support.PackagedLedger.signed;
import static org.minsheng.support.PackagedLedger.size;
import static org.minsheng.support.PackagedLedger.unit;
import static org.minsheng.support.PackagedLedger.verified;
import static org.minsheng.support.PackagedLedger.verifier;

import io.restassured.path.json.JsonPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.db.PrivateFile;
import org.minsheng.support.Covers;
import org.minsheng.support.PackagedApplication;
import org.minsheng.support.PackagedLedger;

/** What nobody may do to the ledger unnoticed, done to a real installation one after the other. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PackagedLedgerIT {
    @TempDir
    static Path home;

    private static PackagedLedger ledger;
    private static Path kept;
    private static Path backup;

    @Test
    @Order(1)
    void what_was_exported_is_checked_without_the_server() throws Exception {
        ledger = new PackagedLedger(home.resolve("demo"));
        kept = home.resolve("checkpoint");
        backup = home.resolve("backup");
        try (PackagedApplication demo = ledger.start()) {
            signed(demo, 1);
            Files.writeString(kept, checkpoint(demo));
            verifier(ledger.bundle(demo), 0, "OK");
            demo.kill();
        }
        ledger.backUp(backup);
    }

    @Test
    @Order(2)
    void the_log_goes_on_after_a_kill_and_still_begins_with_what_was_kept() throws Exception {
        try (PackagedApplication demo = ledger.start()) {
            long before = size(checkpoint(demo));
            unit(demo, "新设单位");
            signed(demo, before + 1);
            verifier(ledger.bundle(demo), 0, "OK", "--checkpoint", kept.toString());
            Files.writeString(kept, checkpoint(demo));
        }
    }

    @Test
    @Order(3)
    @Covers({"GB/T 22239 8.1.4.3 c", "GB/T 22239 8.1.4.7 b"})
    void a_body_changed_by_the_databases_owner_is_found_and_nothing_is_lost() throws Exception {
        ledger.database(
                "drop trigger ledger_event_no_update",
                "update ledger_event e join ledger_sequence s on s.event_pk = e.id"
                        + " set e.body = replace(e.body, 'format', 'farmat') where s.idx = 17");
        try (PackagedApplication demo = ledger.start()) {
            JsonPath report = verified(demo);
            assertEquals(17, report.getInt("firstBadIndex"));
            assertEquals("BODY_CHANGED", report.getString("findings[0].code"));
            assertTrue(demo.read("/q/metrics").contains("minsheng_ledger_verified 0.0"));
            verifier(ledger.bundle(demo), 1, "BAD index 17");
        }
        ledger.database(
                "drop trigger ledger_event_no_update",
                "update ledger_event e join ledger_sequence s on s.event_pk = e.id"
                        + " set e.body = replace(e.body, 'farmat', 'format') where s.idx = 17");
    }

    @Test
    @Order(4)
    void a_body_changed_before_it_had_its_place_raises_an_alarm_and_is_kept_with_a_flag() throws Exception {
        ledger.database("""
                insert into ledger_event (event_id, stream, action, subject_type, subject_id, subject_version, unit_path,
                    occurred_at, body, body_hash)
                select unhex(md5('forged')), 'forged/x', action, 'forged', subject_id, 0, unit_path, occurred_at,
                    concat(body, ' '), body_hash from ledger_event order by id limit 1""", """
                insert into ledger_pending select max(id) from ledger_event""");
        try (PackagedApplication demo = ledger.start()) {
            signed(demo, size(Files.readString(kept)) + 1);
            assertTrue(demo.read("/q/metrics").contains("minsheng_ledger_alarms 1.0"));
            JsonPath report = verified(demo);
            assertEquals(List.of("BODY_CHANGED_BEFORE_SEQUENCING"), report.getList("findings.code"));
            unit(demo, "又一单位");
            signed(demo, size(Files.readString(kept)) + 2);
        }
    }

    @Test
    @Order(5)
    void a_restored_backup_is_noticed_and_nothing_is_signed() throws Exception {
        ledger.restore(backup);
        try (PackagedApplication demo = ledger.start()) {
            String before = checkpoint(demo);
            unit(demo, "恢复之后");
            await().atMost(PATIENCE).until(() -> demo.read("/q/health/ready").contains("RESTORED"));
            assertEquals(200, demo.get("/q/health/ready"));
            assertTrue(demo.read("/q/metrics").contains("minsheng_ledger_signing 0.0"));
            assertEquals(before, checkpoint(demo));
        }
    }

    @Test
    @Order(6)
    void told_to_start_a_new_origin_it_goes_on_and_says_so_in_the_log() throws Exception {
        try (PackagedApplication demo = ledger.start("-Dminsheng.ledger.origin=restored.example/2")) {
            await().atMost(PATIENCE).until(() -> checkpoint(demo).startsWith("restored.example/2\n"));
            verifier(ledger.bundle(demo), 0, "OK");
            verifier(ledger.bundle(demo), 1, "BAD", "--checkpoint", kept.toString());
        }
    }

    @Test
    @Order(7)
    void the_log_passes_to_another_key_by_the_signature_of_the_old_one() throws Exception {
        Path next = home.resolve("next.pem");
        PrivateFile.readOrCreate(next, SigningKey::newLedgerPem);
        try (PackagedApplication demo = ledger.start(
                "-Dminsheng.ledger.origin=restored.example/2",
                "-Dminsheng.ledger.key-file=" + next,
                "-Dminsheng.ledger.previous-key-file=" + ledger.folder().resolve("ledger-key.pem"))) {
            await().atMost(PATIENCE).until(() -> keys(demo).lines().count() == 3);
            signed(demo, size(checkpoint(demo)));
            unit(demo, "换钥之后");
            signed(demo, size(checkpoint(demo)) + 1);
            verifier(ledger.bundle(demo), 0, "OK");
            assertTrue(verified(demo).getBoolean("holds"));
            assertTrue(demo.read("/q/metrics").contains("minsheng_ledger_verified 1.0"));
        }
    }
}
