package org.minsheng.support;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.minsheng.db.EmbeddedDatabase;

/** The ledger of a real installation: its application starts and ends, its database is backed up, restored and tampered with. */
public record PackagedLedger(Path folder) {
    public static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Path VERIFIER = Path.of("src/main/resources/META-INF/resources/docs/Verifier.java");

    public PackagedApplication start(String... options) throws Exception {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("-Dminsheng.demo.history=false");
        PackagedApplication demo = PackagedApplication.demo(folder, all.toArray(String[]::new));
        demo.awaitWelcome();
        return demo;
    }

    public void backUp(Path backup) throws IOException {
        copy(tables(), backup);
    }

    public void restore(Path backup) throws IOException {
        try (Stream<Path> files = Files.walk(tables())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
        copy(backup, tables());
    }

    public void forgetPin() throws IOException {
        Files.deleteIfExists(folder.resolve("ledger-pin"));
    }

    /** As its owner, while the application is not running. */
    public void database(String... statements) throws IOException, SQLException {
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

    public Path bundle(PackagedApplication demo) throws IOException {
        byte[] zip = as(demo, "auditor")
                .get(demo.address() + "/api/v1/ledger/bundle")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        return Files.write(folder.resolveSibling("bundle.zip"), zip);
    }

    public static void signed(PackagedApplication demo, long atLeast) {
        await().atMost(PATIENCE).ignoreExceptions().until(() -> size(checkpoint(demo)) >= atLeast);
    }

    /** Everything that was recorded has its place, and stands under a checkpoint. */
    public static void settled(PackagedApplication demo) {
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            String metrics = demo.read("/q/metrics");
            return metric(metrics, "size") > 0
                    && metric(metrics, "pending") == 0
                    && metric(metrics, "size") == metric(metrics, "signed_size");
        });
    }

    private static double metric(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith("minsheng_ledger_" + name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    public static String checkpoint(PackagedApplication demo) {
        return given().get(demo.address() + "/public/v1/ledger/checkpoint")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    public static long size(String checkpoint) {
        return Long.parseLong(checkpoint.lines().skip(1).findFirst().orElseThrow());
    }

    public static String keys(PackagedApplication demo) {
        return given().get(demo.address() + "/public/v1/ledger/key").asString();
    }

    public static JsonPath verified(PackagedApplication demo) {
        return as(demo, "auditor")
                .post(demo.address() + "/api/v1/ledger/verification")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public static void unit(PackagedApplication demo, String name) {
        as(demo, "sysadmin")
                .contentType(ContentType.JSON)
                .body(Map.of("code", "u" + name.hashCode(), "type", "GOVERNMENT", "name", name))
                .post(demo.address() + "/api/v1/units")
                .then()
                .statusCode(201);
    }

    public static RequestSpecification as(PackagedApplication demo, String username) {
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
    public static void verifier(Path bundle, int status, String says, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                VERIFIER.toString(),
                bundle.toString()));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(status, process.waitFor(), output);
        assertTrue(output.contains(says), output);
    }

    private Path tables() {
        return folder.resolve("database/tables");
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
}
