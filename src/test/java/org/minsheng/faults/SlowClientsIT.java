package org.minsheng.faults;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.minsheng.support.PackagedApplication;

/** Clients that hold a connection back on purpose are ended, and whoever behaves is served meanwhile. */
class SlowClientsIT {
    private static final int CONNECTIONS = 40;
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
        // more than all buffers between hold
        String one = "GET /api/v1/units?limit=200 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\n\r\n";
        slow(2, one.repeat(2000));
        ended(one);
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
