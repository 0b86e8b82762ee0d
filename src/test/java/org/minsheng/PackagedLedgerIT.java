package org.minsheng;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.db.EmbeddedDatabase;
import org.minsheng.db.PrivateFile;
import org.minsheng.support.As;
import org.minsheng.support.Covers;
import org.minsheng.support.PackagedApplication;
import org.minsheng.support.TestDatabase;

/** What nobody may do to the ledger unnoticed, done to a real installation one after the other. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PackagedLedgerIT {
    private static final Path VERIFIER = Path.of("src/main/resources/META-INF/resources/docs/Verifier.java");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    static Path home;

    private static Path folder;
    private static Path kept;
    private static Path backup;

    @Test
    @Order(1)
    void what_was_exported_is_checked_without_the_server() throws Exception {
        folder = home.resolve("demo");
        kept = home.resolve("checkpoint");
        backup = home.resolve("backup");
        try (PackagedApplication demo = demo()) {
            signed(demo, 1);
            Files.writeString(kept, checkpoint(demo));
            verifier(bundle(demo), 0, "OK");
            demo.kill();
        }
        copy(folder.resolve("database/tables"), backup);
    }

    @Test
    @Order(2)
    void the_log_goes_on_after_a_kill_and_still_begins_with_what_was_kept() throws Exception {
        try (PackagedApplication demo = demo()) {
            long before = size(checkpoint(demo));
            unit(demo, "新设单位");
            signed(demo, before + 1);
            verifier(bundle(demo), 0, "OK", "--checkpoint", kept.toString());
            Files.writeString(kept, checkpoint(demo));
        }
    }

    @Test
    @Order(3)
    @Covers({"GB/T 22239 8.1.4.3 c", "GB/T 22239 8.1.4.7 b"})
    void a_body_changed_by_the_databases_owner_is_found_and_nothing_is_lost() throws Exception {
        database(
                "drop trigger ledger_event_no_update",
                "update ledger_event e join ledger_sequence s on s.event_pk = e.id"
                        + " set e.body = replace(e.body, 'format', 'farmat') where s.idx = 17");
        try (PackagedApplication demo = demo()) {
            JsonPath report = verified(demo);
            assertEquals(17, report.getInt("firstBadIndex"));
            assertEquals("BODY_CHANGED", report.getString("findings[0].code"));
            verifier(bundle(demo), 1, "BAD index 17");
        }
        database(
                "drop trigger ledger_event_no_update",
                "update ledger_event e join ledger_sequence s on s.event_pk = e.id"
                        + " set e.body = replace(e.body, 'farmat', 'format') where s.idx = 17");
    }

    @Test
    @Order(4)
    void a_body_changed_before_it_had_its_place_raises_an_alarm_and_is_kept_with_a_flag() throws Exception {
        database("""
                insert into ledger_event (event_id, stream, action, subject_type, subject_id, subject_version, unit_path,
                    occurred_at, body, body_hash)
                select unhex(md5('forged')), 'forged/x', action, 'forged', subject_id, 0, unit_path, occurred_at,
                    concat(body, ' '), body_hash from ledger_event order by id limit 1""", """
                insert into ledger_pending select max(id) from ledger_event""");
        try (PackagedApplication demo = demo()) {
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
        delete(folder.resolve("database/tables"));
        copy(backup, folder.resolve("database/tables"));
        try (PackagedApplication demo = demo()) {
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
        try (PackagedApplication demo = demo("-Dminsheng.ledger.origin=restored.example/2")) {
            await().atMost(PATIENCE).until(() -> checkpoint(demo).startsWith("restored.example/2\n"));
            verifier(bundle(demo), 0, "OK");
            verifier(bundle(demo), 1, "BAD", "--checkpoint", kept.toString());
        }
    }

    @Test
    @Order(7)
    void the_log_passes_to_another_key_by_the_signature_of_the_old_one() throws Exception {
        Path next = home.resolve("next.pem");
        PrivateFile.readOrCreate(next, SigningKey::newLedgerPem);
        try (PackagedApplication demo = demo(
                "-Dminsheng.ledger.origin=restored.example/2",
                "-Dminsheng.ledger.key-file=" + next,
                "-Dminsheng.ledger.previous-key-file=" + folder.resolve("ledger-key.pem"))) {
            await().atMost(PATIENCE).until(() -> keys(demo).lines().count() == 3);
            signed(demo, size(checkpoint(demo)));
            unit(demo, "换钥之后");
            signed(demo, size(checkpoint(demo)) + 1);
            verifier(bundle(demo), 0, "OK");
            assertTrue(verified(demo).getBoolean("holds"));
        }
    }

    private static PackagedApplication demo(String... options) throws Exception {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("-Dminsheng.demo.history=false");
        PackagedApplication demo = PackagedApplication.demo(folder, all.toArray(String[]::new));
        demo.awaitWelcome();
        return demo;
    }

    private static void signed(PackagedApplication demo, long atLeast) {
        await().atMost(PATIENCE).ignoreExceptions().until(() -> size(checkpoint(demo)) >= atLeast);
    }

    private static String checkpoint(PackagedApplication demo) {
        return given().get(demo.address() + "/public/v1/ledger/checkpoint")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static long size(String checkpoint) {
        return Long.parseLong(checkpoint.lines().skip(1).findFirst().orElseThrow());
    }

    private static String keys(PackagedApplication demo) {
        return given().get(demo.address() + "/public/v1/ledger/key").asString();
    }

    private static Path bundle(PackagedApplication demo) throws IOException {
        byte[] zip = as(demo, "auditor")
                .get(demo.address() + "/api/v1/ledger/bundle")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        return Files.write(home.resolve("bundle.zip"), zip);
    }

    private static JsonPath verified(PackagedApplication demo) {
        return as(demo, "auditor")
                .post(demo.address() + "/api/v1/ledger/verification")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static void unit(PackagedApplication demo, String name) {
        as(demo, "sysadmin")
                .contentType(ContentType.JSON)
                .body(Map.of("code", "u" + name.hashCode(), "type", "GOVERNMENT", "name", name))
                .post(demo.address() + "/api/v1/units")
                .then()
                .statusCode(201);
    }

    private static RequestSpecification as(PackagedApplication demo, String username) {
        String token = given().contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", As.PASSWORD))
                .post(demo.address() + "/api/v1/auth/login")
                .then()
                .statusCode(200)
                .extract()
                .path("accessToken");
        return given().header("Authorization", "Bearer " + token);
    }

    /** The verifier as an auditor runs it: one source file and a JDK. */
    private static void verifier(Path bundle, int status, String says, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                VERIFIER.toString(),
                bundle.toString()));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(status, process.waitFor(), output);
        assertTrue(output.contains(says), output);
    }

    private static void database(String... statements) throws IOException, SQLException {
        EmbeddedDatabase database =
                EmbeddedDatabase.durable(TestDatabase.JAR, TestDatabase.PROGRAMS, folder.resolve("database"));
        EmbeddedDatabase.Running running = database.start();
        try (Connection connection =
                        DriverManager.getConnection(running.jdbcUrl(), running.user(), running.password());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) statement.execute(sql);
        } finally {
            database.close();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(target);
                else Files.copy(file, target);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
