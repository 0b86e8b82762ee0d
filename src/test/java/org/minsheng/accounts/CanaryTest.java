package org.minsheng.accounts;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;
import org.minsheng.support.Covers;

/** Secrets with a mark in them are sent everywhere, and the mark is looked for everywhere it must not be. */
@QuarkusTest
class CanaryTest extends Handler {
    private static final String MARK = "Kanarienvogel77";

    private final List<String> logged = new CopyOnWriteArrayList<>();

    @TestHTTPResource(value = "/metrics", management = true)
    String metrics;

    @Inject
    RefusedRequests refused;

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(this);
    }

    @AfterEach
    void listenNoMore() {
        Logger.getLogger("").removeHandler(this);
    }

    @Test
    @Covers({"ASVS 16.2.5", "ASVS 16.4.1"})
    void what_is_secret_reaches_no_log_no_answer_and_no_metric() {
        Logger.getLogger("org.minsheng.canary").warning("the handler hears this");
        assertEquals(1, logged.size(), "the handler hears what is logged");

        List<Response> answers = new ArrayList<>();
        String secret = MARK + "-Field-1";
        Person person = Person.settled("audit-admin");
        String token = person.token();
        answers.add(login(Map.of("username", person.name(), "password", secret)));
        answers.add(login(Map.of("username", MARK.toLowerCase() + "\r\nWARN forged", "password", secret)));
        answers.add(login(Map.of("username", person.name(), "password", Person.PASSWORD, "code", MARK)));
        answers.add(login(Map.of("username", person.name(), "password", secret, "transport", MARK)));
        answers.add(raw("{\"username\":\"ducha\",\"password\":\"" + secret + "\", broken"));
        answers.add(raw("{\"username\":\"ducha\",\"password\":[\"" + secret + "\"]}"));
        answers.add(Person.nobody(Map.of("refreshToken", secret)).post("/api/v1/auth/refresh"));
        answers.add(Person.nobody(Map.of())
                .header("Cookie", TokenAnswers.COOKIE + "=" + secret)
                .post("/api/v1/auth/refresh"));
        answers.add(Person.with("eyJhbGciOiJub25lIn0." + MARK + ".").get("/api/v1/me"));
        answers.add(As.nobody().header("Authorization", "Basic " + secret).get("/api/v1/me"));
        answers.add(Person.with(token, Map.of("password", secret)).post("/api/v1/auth/step-up"));
        answers.add(Person.with(token, Map.of("currentPassword", secret, "newPassword", secret))
                .put("/api/v1/me/password"));
        answers.add(Person.with(token, Map.of("currentPassword", Person.PASSWORD, "newPassword", secret))
                .put("/api/v1/me/password"));
        answers.add(Person.with(token, Map.of("code", MARK)).post("/api/v1/me/second-factor/confirmation"));
        answers.add(Person.nobody(Map.of(
                        "secret",
                        MARK + "x".repeat(17),
                        "role",
                        "system-admin",
                        "username",
                        "intruder",
                        "displayName",
                        "Intruder",
                        "password",
                        secret))
                .post("/api/v1/auth/bootstrap"));
        answers.add(As.json("sysadmin", Map.of("username", "canary", "displayName", "x", "password", MARK))
                .header("Idempotency-Key", secret)
                .post("/api/v1/accounts"));
        refused.write();

        assertTrue(answers.stream().anyMatch(a -> a.statusCode() == 204), "the password was changed");
        for (Response answer : answers) {
            assertTrue(answer.statusCode() < 500, answer.statusLine());
            assertEquals(-1, (answer.asString() + answer.headers()).indexOf(MARK), answer.asString());
        }
        for (String line : logged) assertEquals(-1, line.toLowerCase().indexOf(MARK.toLowerCase()), line);
        String measured = given().get(metrics).asString();
        assertTrue(measured.contains("http_server_requests"));
        assertEquals(-1, measured.toLowerCase().indexOf(MARK.toLowerCase()));
    }

    private static Response login(Map<String, String> body) {
        return Person.nobody(body).post("/api/v1/auth/login");
    }

    private static Response raw(String body) {
        return As.nobody().contentType("application/json").body(body).post("/api/v1/auth/login");
    }

    @Override
    public void publish(LogRecord said) {
        StringWriter trace = new StringWriter();
        if (said.getThrown() != null) said.getThrown().printStackTrace(new PrintWriter(trace));
        logged.add(new SimpleFormatter().formatMessage(said) + " "
                + List.of(said.getParameters() == null ? new Object[0] : said.getParameters()) + trace);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
