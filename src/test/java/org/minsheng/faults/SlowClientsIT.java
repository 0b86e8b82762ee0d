package org.minsheng.faults;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.handler.codec.http.DefaultHttpRequest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.support.As;
import org.minsheng.support.Line;
import org.minsheng.support.PackagedApplication;

/** Clients that hold a connection back on purpose are ended, and whoever behaves is served meanwhile. */
class SlowClientsIT {
    private static final int CONNECTIONS = 40;
    private static final int MORE_THAN_BUFFERS_HOLD = 2000;
    private static final String UNITS =
            "GET /api/v1/units?limit=200 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n";
    /** The read timeout, and what a busy machine takes. */
    private static final Duration SOON = Duration.ofSeconds(15);

    private static final Duration DRIP = Duration.ofMillis(100);

    @TempDir
    static Path folder;

    private static PackagedApplication demo;
    private static String token;
    private final List<Line> lines = new ArrayList<>();
    private Healthy healthy;

    @BeforeAll
    static void an_impatient_server() throws Exception {
        demo = PackagedApplication.demo(
                folder,
                "-Dminsheng.demo.history=false",
                "-Dminsheng.limits.person=1000000",
                "-Dminsheng.limits.at-once-of-one=1000",
                "-Dquarkus.http.read-timeout=2S",
                "-Dquarkus.http.idle-timeout=5S",
                "-Dquarkus.thread-pool.max-threads=8",
                "-Dquarkus.http.limits.max-connections=" + CONNECTIONS);
        demo.awaitWelcome();
        token = given().contentType(ContentType.JSON)
                .body(Map.of("username", "sysadmin", "password", As.PASSWORD))
                .post(demo.address() + "/api/v1/auth/login")
                .path("accessToken");
    }

    @AfterAll
    static void none() throws Exception {
        demo.close();
    }

    @BeforeEach
    void somebody_behaves() throws Exception {
        healthy = new Healthy(demo.port(), token);
    }

    @AfterEach
    void and_was_served_all_the_time() throws Exception {
        for (Line line : lines) line.close();
        healthy.close();
    }

    @Test
    void who_connects_and_says_nothing() throws Exception {
        slow("");
        ended(null);
    }

    @Test
    void who_sends_a_head_byte_by_byte() throws Exception {
        slow("GET /api/v1/units HTTP/1.1\r\nX-Long: ");
        ended("x");
    }

    @Test
    void who_sends_a_body_byte_by_byte() throws Exception {
        slow(
                "POST /api/v1/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{");
        ended(" ");
    }

    @Test
    void who_sends_a_second_request_byte_by_byte() throws Exception {
        slow("GET /api/v1/me HTTP/1.1\r\nHost: localhost\r\n\r\nGET /api/v1/");
        ended("x");
    }

    @Test
    void who_does_not_read_what_was_asked_for() throws Exception {
        double before = answered();
        slow(2, UNITS.formatted(token).repeat(MORE_THAN_BUFFERS_HOLD));
        ended(UNITS.formatted(token));
        double worked = answered() - before;
        assertTrue(worked > 0 && worked < MORE_THAN_BUFFERS_HOLD, "worked for nobody: " + worked);
    }

    @Test
    void who_asks_ahead_and_reads_in_the_end_is_told_everything() throws Exception {
        Line line = new Line(demo.port());
        lines.add(line);
        Thread asking = new Thread(() -> {
            try {
                line.send(UNITS.formatted(token).repeat(MORE_THAN_BUFFERS_HOLD));
            } catch (IOException ended) {
                // then answers are missing
            }
        });
        asking.setDaemon(true);
        asking.start();
        for (int i = 0; i < MORE_THAN_BUFFERS_HOLD; i++)
            assertEquals(200, line.answer().status(), "answer " + i);
    }

    /** RFC 9112, 9.3.2: whoever asks ahead has to be ready to wait. 16 KiB are read at a time, and a few times only. */
    @Test
    void who_asks_ahead_of_an_answer_without_end_does_not_fill_the_memory() throws Exception {
        String ahead = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
        Line line = new Line(demo.port());
        lines.add(line);
        line.send("GET /api/v1/changes HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
                + "Authorization: Bearer " + token + "\r\n\r\n" + ahead.repeat(5_000));
        assertEquals(1, line.read(1));
        long asked = demo.held(DefaultHttpRequest.class);
        assertTrue(asked > 0 && asked <= 4 * (16 << 10) / ahead.length(), asked + " requests");
    }

    private static double answered() throws Exception {
        return demo.read("/q/metrics")
                .lines()
                .filter(line ->
                        line.startsWith("http_server_requests_seconds_count") && line.contains("uri=\"/api/v1/units\""))
                .mapToDouble(line -> Double.parseDouble(
                        line.substring(line.indexOf("} ") + 2).split(" ")[0]))
                .sum();
    }

    @Test
    void whoever_comes_when_all_connections_are_taken_is_turned_away_until_some_are_free() throws Exception {
        for (int i = 0; i < CONNECTIONS; i++) lines.add(new Line(demo.port()));
        Line late = new Line(demo.port());
        lines.add(late);
        assertTrue(late.isEnded());
        await().atMost(SOON).ignoreExceptionsInstanceOf(IOException.class).until(() -> {
            try (Line again = new Line(demo.port())) {
                return again.ask("GET /api/v1/me", token, "", "").status() == 200;
            }
        });
    }

    private void slow(String begin) throws IOException {
        slow(10, begin);
    }

    private void slow(int many, String begin) throws IOException {
        for (int i = 0; i < many; i++) {
            Line line = new Line(demo.port());
            lines.add(line);
            Thread sending = new Thread(() -> {
                try {
                    line.send(begin);
                } catch (IOException ended) {
                    // that is what is waited for
                }
            });
            sending.setDaemon(true);
            sending.start();
        }
    }

    /** However often a bit more is sent. */
    private void ended(String more) {
        await().atMost(SOON).pollInterval(DRIP).until(() -> {
            lines.removeIf(line -> isGone(line, more));
            return lines.isEmpty();
        });
    }

    private static boolean isGone(Line line, String more) {
        try {
            if (more == null) {
                line.socket.setSoTimeout(1);
                return line.isEnded();
            }
            line.send(more);
            return false;
        } catch (IOException ended) {
            return true;
        }
    }
}
