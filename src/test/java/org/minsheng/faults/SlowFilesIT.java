package org.minsheng.faults;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.support.As;
import org.minsheng.support.Covers;
import org.minsheng.support.Line;
import org.minsheng.support.PackagedApplication;

/** Files on slow lines, just fast enough not to be ended: they arrive, and take neither connections nor places of others. */
class SlowFilesIT {
    /** Longer than the transactions and fewer connections than there are senders. */
    private static final int SENDERS = 8;

    /** Twice what a line has to bring a second. */
    private static final int PIECE = 4 << 10;

    private static final Duration EVERY = Duration.ofMillis(250);
    private static final int PIECES = 28;
    private static final int SOON_MILLIS = 2000;
    private static final Duration SOON = Duration.ofSeconds(15);

    @TempDir
    static Path folder;

    private static PackagedApplication demo;
    private static String supervisor;
    private static String reporter;
    private static String item;
    private final List<Line> lines = new ArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private Healthy healthy;

    @BeforeAll
    static void a_server_with_little_of_everything() throws Exception {
        demo = PackagedApplication.demo(
                folder,
                "-Dminsheng.limits.person=1000000",
                "-Dquarkus.http.read-timeout=5S",
                "-Dquarkus.http.idle-timeout=5S",
                "-Dminsheng.changes.heartbeat=1S",
                "-Dquarkus.thread-pool.max-threads=16",
                "-Dminsheng.limits.files.at-once=" + SENDERS,
                "-Dquarkus.transaction-manager.default-transaction-timeout=3S",
                "-Dquarkus.datasource.jdbc.max-size=4",
                "-Dquarkus.datasource.jdbc.min-size=4");
        demo.awaitWelcome();
        supervisor = login("ducha");
        reporter = login("ybj-reporter");
        String unit = as(reporter).get(demo.address() + "/api/v1/me").path("unitId");
        String promise = as(reporter)
                .queryParam("unit", unit)
                .get(demo.address() + "/api/v1/progress-entries")
                .path("items[0].indicatorId");
        item = as(reporter)
                .contentType(ContentType.JSON)
                .body(Map.of("indicatorId", promise, "text", Map.of("name", "slow")))
                .post(demo.address() + "/api/v1/items")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @AfterAll
    static void none() throws Exception {
        demo.close();
    }

    @BeforeEach
    void somebody_behaves() throws Exception {
        healthy = new Healthy(demo.port(), supervisor);
    }

    @AfterEach
    void and_was_served_all_the_time() throws Exception {
        clock.shutdownNow();
        for (Line line : lines) line.close();
        healthy.close();
    }

    @Test
    @Covers("ASVS 5.2.1")
    void files_that_take_longer_than_a_transaction_are_attached() throws Exception {
        for (int i = 0; i < SENDERS; i++) open(evidence("" + i), "application/octet-stream");
        for (int i = 0; i < SENDERS; i++) lines.get(i).send("%PDF-1.7 " + i + " ".repeat(PIECE - 10));
        AtomicInteger sent = new AtomicInteger(1);
        await().atMost(Duration.ofSeconds(30)).pollInterval(EVERY).until(() -> {
            for (Line line : lines) line.send(" ".repeat(PIECE));
            return sent.incrementAndGet() == PIECES;
        });
        for (Line line : lines) {
            Line.Answer answer = line.answer();
            assertEquals(201, answer.status(), answer.body());
        }
    }

    @Test
    @Covers("ASVS 15.2.2")
    void a_file_more_than_an_account_may_send_at_once_is_told_to_come_back() throws Exception {
        for (int i = 0; i < SENDERS; i++) open(evidence("" + i), "application/octet-stream");
        await().atMost(SOON).until(() -> {
            try (Line one = new Line(demo.port())) {
                return one.ask(evidence("more"), reporter, "Content-Type: application/octet-stream\r\n", "")
                                .status()
                        == 503;
            }
        });
    }

    @Test
    @Covers("ASVS 15.2.2")
    void imports_on_their_way_take_no_place() throws Exception {
        open("POST /api/v1/imports/progress", "text/csv");
        open("POST /api/v1/imports/progress", "text/csv");
        dripping(line -> line.send(" ".repeat(PIECE)));
        exportIsThereSoon();
    }

    @Test
    @Covers("ASVS 15.2.2")
    void exports_on_their_way_take_no_place() throws Exception {
        for (int i = 0; i < 3; i++) {
            Line line = new Line(demo.port());
            lines.add(line);
            // more than all buffers between hold
            line.send(get("/api/v1/exports/progress", "application/x-ndjson", supervisor)
                    .repeat(30));
        }
        for (Line line : lines) assertEquals(PIECE, line.read(PIECE));
        dripping(line -> line.read(PIECE));
        exportIsThereSoon();
    }

    @Test
    void who_goes_away_leaves_the_place() throws Exception {
        for (int i = 0; i < 2 * SENDERS; i++)
            try (Line line = new Line(demo.port())) {
                line.send(get("/api/v1/exports/progress", "application/x-ndjson", i < SENDERS ? supervisor : reporter));
            }
        await().atMost(Duration.ofSeconds(10)).untilAsserted(SlowFilesIT::exportIsThereSoon);
    }

    @Test
    void who_does_not_read_the_changes_is_ended_and_others_hear_all_of_them() throws Exception {
        String draft = draft();
        Ear ear = new Ear(demo.address(), login("sysadmin"));
        await().atMost(SOON).until(() -> listeners() == 1);
        try (ear;
                Writers writers = new Writers(demo.address(), 1)) {
            for (int i = 0; i < 2; i++) {
                Line line = new Line(demo.port());
                lines.add(line);
                line.send(get("/api/v1/changes?after=now", "text/event-stream", supervisor));
            }
            await().atMost(SOON).until(() -> listeners() == 3);
            AtomicInteger version = new AtomicInteger();
            // more than all buffers between hold
            await().atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> {
                        for (int i = 0; i < 10; i++) revise(draft, version.getAndIncrement());
                        return listeners() == 1;
                    });
            writers.awaitProgress(SOON);
            List<String> opened = writers.codes();
            await().atMost(SOON).until(() -> ear.codes.containsAll(opened));
            assertEquals(List.of(), List.copyOf(writers.complaints));
        }
    }

    /** A correction of the reporter, which is theirs to revise. */
    private static String draft() {
        String wrong = as(reporter)
                .queryParam("unit", (String)
                        as(reporter).get(demo.address() + "/api/v1/me").path("unitId"))
                .get(demo.address() + "/api/v1/progress-entries")
                .path("items.find { it.actions.contains('correct') }.id");
        String address = demo.address() + "/api/v1/progress-entries/" + wrong;
        return as(reporter)
                .contentType(ContentType.JSON)
                .header("If-Match", as(reporter).get(address).header("ETag"))
                .body(Map.of("text", Map.of("narrative", "x", "reasonCode", "OTHER", "reason", "x")))
                .post(address + "/correction")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void revise(String draft, int version) {
        String words = "x".repeat(3990) + version;
        as(reporter)
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"v" + version + "\"")
                .body(Map.of("narrative", words, "nextSteps", words, "difficulties", words))
                .patch(demo.address() + "/api/v1/progress-entries/" + draft)
                .then()
                .statusCode(200);
    }

    private static int listeners() throws Exception {
        return (int) Double.parseDouble(demo.read("/q/metrics")
                .lines()
                .filter(line -> line.startsWith("minsheng_changes_listeners"))
                .findFirst()
                .orElseThrow()
                .replaceAll(".* ", ""));
    }

    private static String evidence(String name) {
        return "POST /api/v1/items/" + item + "/evidence?fileName=" + name + ".pdf";
    }

    private interface Bit {
        void of(Line line) throws IOException;
    }

    private void dripping(Bit bit) {
        Callable<Void> all = () -> {
            for (Line line : lines) bit.of(line);
            return null;
        };
        clock.scheduleAtFixedRate(
                () -> {
                    try {
                        all.call();
                    } catch (Exception ended) {
                        throw new IllegalStateException(ended);
                    }
                },
                0,
                EVERY.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private static void exportIsThereSoon() throws IOException {
        long began = System.nanoTime();
        try (Line line = new Line(demo.port())) {
            line.send(get("/api/v1/exports/progress?period=2026-03", "text/csv", reporter));
            Line.Answer answer = line.answer();
            long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
            assertEquals(200, answer.status(), answer.body());
            assertTrue(millis < SOON_MILLIS, millis + " ms");
        }
    }

    /** A request whose body of {@link #PIECES} pieces is still to come. */
    private void open(String request, String type) throws IOException {
        Line line = new Line(demo.port());
        lines.add(line);
        line.send(request + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + reporter + "\r\nContent-Type: "
                + type + "\r\nContent-Length: " + PIECES * PIECE + "\r\n\r\n");
    }

    private static String get(String path, String type, String token) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: " + type + "\r\nAuthorization: Bearer " + token
                + "\r\n\r\n";
    }

    private static RequestSpecification as(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private static String login(String username) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", As.PASSWORD))
                .post(demo.address() + "/api/v1/auth/login")
                .path("accessToken");
    }
}
