package org.minsheng;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.minsheng.support.PackagedLedger.PATIENCE;
import static org.minsheng.support.PackagedLedger.as;
import static org.minsheng.support.PackagedLedger.checkpoint;
import static org.minsheng.support.PackagedLedger.settled;
import static org.minsheng.support.PackagedLedger.signed;
import static org.minsheng.support.PackagedLedger.size;
import static org.minsheng.support.PackagedLedger.unit;
import static org.minsheng.support.PackagedLedger.verified;
import static org.minsheng.support.PackagedLedger.verifier;

import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.support.PackagedApplication;
import org.minsheng.support.PackagedLedger;
import org.minsheng.support.TestWitness;

/** A restored backup where nothing is pinned: only a witness remembers what the log once was. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WitnessedLedgerIT {
    private static final String SECOND = "restored.example/2";
    private static final String THIRD = "restored.example/3";
    private static final TestWitness WITNESS = new TestWitness();

    @TempDir
    static Path home;

    private static PackagedLedger ledger;
    private static Path quiet;
    private static Path busy;
    private static String first;

    @AfterAll
    static void the_witness_leaves() {
        WITNESS.close();
    }

    @Test
    @Order(1)
    void at_each_start_the_witness_is_shown_the_newest_checkpoint() throws Exception {
        ledger = new PackagedLedger(home.resolve("demo"));
        quiet = home.resolve("quiet");
        busy = home.resolve("busy");
        try (PackagedApplication demo = start()) {
            settled(demo);
            first = checkpoint(demo).lines().findFirst().orElseThrow();
        }
        long seen = seenByTheWitness(first);
        ledger.backUp(quiet);
        try (PackagedApplication demo = start()) {
            unit(demo, "备份之后");
            settled(demo);
        }
        assertTrue(seenByTheWitness(first) > seen);
    }

    @Test
    @Order(2)
    void a_backup_that_ends_with_what_the_witness_signed_last_is_noticed_at_the_first_start() throws Exception {
        ledger.restore(quiet);
        isRefused(first);
    }

    @Test
    @Order(3)
    void the_new_name_goes_on_and_says_that_the_log_was_restored() throws Exception {
        goesOn(first, SECOND);
        try (PackagedApplication demo = start("-Dminsheng.ledger.origin=" + SECOND)) {
            await().atMost(PATIENCE).until(() -> WITNESS.seen(SECOND) > 0);
            unit(demo, "见证之后");
            settled(demo);
        }
    }

    @Test
    @Order(4)
    void a_backup_that_was_signed_on_after_the_witness_saw_it_is_noticed_too() throws Exception {
        ledger.backUp(busy);
        try (PackagedApplication demo = start("-Dminsheng.ledger.origin=" + SECOND)) {
            unit(demo, "再次备份之后");
            settled(demo);
        }
        seenByTheWitness(SECOND);
        ledger.restore(busy);
        isRefused(SECOND);
    }

    @Test
    @Order(5)
    void a_log_that_has_grown_beyond_what_the_witness_signed_is_noticed_as_another_one() throws Exception {
        long seen = WITNESS.seen(SECOND);
        ledger.forgetPin();
        try (PackagedApplication alone = ledger.start("-Dminsheng.ledger.origin=" + SECOND)) {
            for (int i = 0; size(checkpoint(alone)) <= seen; i++) {
                long before = size(checkpoint(alone));
                unit(alone, "无人见证 " + i);
                signed(alone, before + 1);
            }
            settled(alone);
        }
        isRefused(SECOND);
        goesOn(SECOND, THIRD);
    }

    private static void isRefused(String origin) throws Exception {
        try (PackagedApplication demo = start("-Dminsheng.ledger.origin=" + origin)) {
            String before = checkpoint(demo);
            unit(demo, "恢复之后");
            await().atMost(PATIENCE).until(() -> demo.read("/q/health/ready").contains("RESTORED"));
            assertEquals(before, checkpoint(demo));
        }
    }

    private static void goesOn(String before, String next) throws Exception {
        long seen = WITNESS.seen(before);
        try (PackagedApplication demo = start("-Dminsheng.ledger.origin=" + next)) {
            await().atMost(PATIENCE).until(() -> checkpoint(demo).startsWith(next + "\n"));
            assertEquals(before + "\n" + seen + "\n", lost(demo, next));
            assertTrue(verified(demo).getBoolean("holds"));
            verifier(ledger.bundle(demo), 0, next);
        }
    }

    /** What the log itself says of the restore. */
    private static String lost(PackagedApplication demo, String next) {
        String entries = demo.address() + "/api/v1/ledger/entries";
        List<Integer> told = as(demo, "auditor")
                .get(entries + "?action=ledger.restored")
                .jsonPath()
                .getList("items.index");
        return told.stream()
                .map(index -> as(demo, "auditor").get(entries + "/" + index).jsonPath())
                .map(entry -> JsonPath.from(entry.getString("body")))
                .filter(body -> body.getString("state.new").startsWith(next + "+"))
                .findFirst()
                .orElseThrow()
                .getString("state.lost");
    }

    /** What was left of the last time has its place after one start, so that the next one shows everything. */
    private static long seenByTheWitness(String origin) throws Exception {
        try (PackagedApplication demo = start("-Dminsheng.ledger.origin=" + origin)) {
            settled(demo);
        }
        try (PackagedApplication demo = start("-Dminsheng.ledger.origin=" + origin)) {
            await().atMost(PATIENCE).until(() -> WITNESS.seen(origin) == size(checkpoint(demo)));
            return WITNESS.seen(origin);
        }
    }

    private static PackagedApplication start(String... options) throws Exception {
        ledger.forgetPin();
        String[] all = java.util.Arrays.copyOf(options, options.length + 2);
        all[options.length] = "-Dminsheng.ledger.witnesses.npc.url=" + WITNESS.url();
        all[options.length + 1] = "-Dminsheng.ledger.witnesses.npc.key=" + WITNESS.key();
        return ledger.start(all);
    }
}
