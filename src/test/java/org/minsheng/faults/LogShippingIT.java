package org.minsheng.faults;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.support.As;
import org.minsheng.support.Covers;
import org.minsheng.support.PackagedApplication;

/** A collector of logs hears of everything that concerns access, and whatever becomes of it, nobody else notices. */
class LogShippingIT {
    /** RFC 5424: priority and version, then time, host, program, process, kind, nothing, and the message. */
    private static final Pattern MESSAGE = Pattern.compile(
            "<(\\d{1,3})>1 (\\d{4}-\\d\\d-\\d\\dT\\S+) (\\S+) minsheng-ledger (\\S+) (\\S+) - \ufeff?(\\{.*})\\s*",
            Pattern.DOTALL);

    private static final ObjectMapper JSON = new ObjectMapper();
    /** It is looked for again after 5 s, then after 20. */
    private static final Duration FOUND_AGAIN = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private PackagedApplication server;

    @Test
    @Covers({"ASVS 16.4.3", "GB/T 22239 8.1.5.4"})
    void events_are_sent_elsewhere_as_they_happen_and_no_request_waits_for_it() throws Exception {
        int port = PackagedApplication.freePort();
        try (PackagedApplication demo = PackagedApplication.demo(
                folder,
                "-Dminsheng.demo.history=false",
                "-Dminsheng.limits.person=1000000",
                "-Dminsheng.limits.sign-in=1000000",
                "-Dquarkus.log.category.\"org.minsheng.audit\".level=INFO",
                "-Dquarkus.log.category.\"org.hibernate\".level=DEBUG",
                "-Dquarkus.log.syslog.enabled=true",
                "-Dquarkus.log.syslog.endpoint=127.0.0.1:" + port)) {
            server = demo;
            demo.awaitWelcome();
            everybody_is_served();

            try (Collector collector = new Collector(port)) {
                await().atMost(FOUND_AGAIN).until(() -> {
                    signIn("wrong-" + As.PASSWORD, 401);
                    signIn(As.PASSWORD, 200);
                    return told(collector, "session.failed") != null && told(collector, "session.opened") != null;
                });
                JsonNode failed = told(collector, "session.failed");
                assertEquals("auth.failed", failed.at("/state/detail").asText());
                assertTrue(failed.at("/actor/account").asText().matches("[0-9a-f-]{36}"), failed::toString);
                server.get("/q/health/ready");
                given().get(server.address() + "/api/v1/me").then().statusCode(401);
                await().atMost(FOUND_AGAIN).until(() -> told(collector, "request.refused") != null);
                for (String one : collector.heard) {
                    assertTrue(MESSAGE.matcher(one).matches(), one);
                    assertTrue(!one.contains(As.PASSWORD), one);
                }
                collector.stopReading();
                everybody_is_served();
            }
            everybody_is_served();
            long began = System.nanoTime();
            demo.terminate();
            demo.awaitExit();
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
            assertTrue(seconds < 25, seconds + " s");
        }
    }

    /** Each request writes some hundred lines into the log. */
    private void everybody_is_served() {
        String token = signIn(As.PASSWORD, 200);
        long slowest = 0;
        for (int i = 0; i < 150; i++) {
            long began = System.nanoTime();
            given().header("Authorization", "Bearer " + token)
                    .get(server.address() + "/api/v1/units?limit=200")
                    .then()
                    .statusCode(200);
            slowest = Math.max(slowest, System.nanoTime() - began);
        }
        assertTrue(slowest < TimeUnit.SECONDS.toNanos(3), slowest / 1_000_000 + " ms");
    }

    private String signIn(String password, int status) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", "ducha", "password", password))
                .post(server.address() + "/api/v1/auth/login")
                .then()
                .statusCode(status)
                .extract()
                .path("accessToken");
    }

    /** The last event of that kind, as the ledger keeps it; null where there is none yet. */
    private static JsonNode told(Collector collector, String action) throws Exception {
        JsonNode last = null;
        for (String one : List.copyOf(collector.heard)) {
            Matcher message = MESSAGE.matcher(one);
            if (!one.contains("org.minsheng.audit") || !message.matches()) continue;
            JsonNode body = JSON.readTree(
                    JSON.readTree(message.group(6)).path("message").asText());
            if (body.path("action").asText().equals(action)) last = body;
        }
        return last;
    }
}
