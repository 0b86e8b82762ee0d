package org.minsheng.faults;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.support.As;
import org.minsheng.support.Covers;
import org.minsheng.support.OwnDatabase;
import org.minsheng.support.PackagedApplication;

/** Two instances on one database: what one has answered the other one knows, and one may go while the other one stays. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoInstancesIT {
    private static final Duration DELAY = Duration.ofSeconds(2);
    private static final Duration BREATH = Duration.ofMillis(500);

    /** What an instance that is gone, or on its way, may tell: come back, or nothing. */
    private static final Pattern AWAY = Pattern.compile(
            "(?s)Answer\\[status=503,.*|java\\.net\\.(Connect|Socket)Exception:.*|java\\.io\\.EOFException: cut after ");

    @TempDir
    static Path folder;

    private static OwnDatabase database;
    private static PackagedApplication first;
    private static PackagedApplication second;
    private static String token;

    @BeforeAll
    static void two() throws Exception {
        database = OwnDatabase.start();
        first = instance();
        second = instance();
        token = signIn("sysadmin");
    }

    @AfterAll
    static void none() throws Exception {
        try (OwnDatabase ended = database;
                PackagedApplication one = first) {
            second.close();
        }
    }

    @Test
    @Order(1)
    void a_key_has_one_effect_whoever_is_asked_and_before_and_after_a_restart() throws Exception {
        String code = "k" + UUID.randomUUID().toString().substring(0, 8);
        String answered = open(first, code).then().statusCode(201).extract().asString();
        assertEquals(answered, replayed(open(second, code)));

        ExecutorService callers = Executors.newFixedThreadPool(16);
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            PackagedApplication asked = i % 2 == 0 ? first : second;
            calls.add(() -> insisted(asked, code + "-p"));
        }
        List<String> heard = new ArrayList<>();
        for (Future<String> answer : callers.invokeAll(calls)) heard.add(answer.get());
        callers.shutdown();
        assertEquals(1, heard.stream().distinct().count(), heard::toString);

        first.kill();
        first = instance();
        assertEquals(answered, replayed(open(first, code)));
        assertEquals(heard.get(0), replayed(open(first, code + "-p")));
        assertEquals(
                List.of("2", "2"),
                List.of(
                        database.column("select count(*) from unit where code like '" + code + "%'")
                                .get(0),
                        database.column(
                                        "select count(*) from ledger_event e join unit u on e.subject_id = u.id where u.code like '"
                                                + code + "%'")
                                .get(0)));
    }

    @Test
    @Order(2)
    @Covers({"ASVS 7.4.1", "ASVS 7.4.2"})
    void what_one_ends_or_grants_the_other_knows_within_five_seconds() {
        String administrator = token;
        String security = signIn("secadmin");
        String[] people = {"ybj-reporter", "ybj-reviewer", "rdb-observer"};
        String[] tokens = Stream.of(people).map(TwoInstancesIT::signIn).toArray(String[]::new);
        for (String known : tokens) me(known).then().statusCode(200);

        asks(tokens[0]).post(first.address() + "/api/v1/auth/logout").then().statusCode(204);
        awaitUnknown(tokens[0]);

        String disabled = account(administrator, people[1]);
        asks(administrator)
                .header("If-Match", asks(administrator).get(disabled).header("ETag"))
                .post(disabled + "/disabling")
                .then()
                .statusCode(200);
        awaitUnknown(tokens[1]);

        String granted = account(administrator, people[2]);
        asks(security)
                .header("If-Match", asks(security).get(granted).header("ETag"))
                .body(Map.of("roles", List.of("leader")))
                .put(granted + "/roles")
                .then()
                .statusCode(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> me(tokens[2]).then().body("roles", equalTo(List.of("leader"))));
    }

    private static void awaitUnknown(String token) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> me(token).then().statusCode(401));
    }

    private static Response me(String token) {
        return asks(token).get(second.address() + "/api/v1/me");
    }

    private static String account(String administrator, String username) {
        String id = asks(administrator)
                .get(first.address() + "/api/v1/accounts?limit=200")
                .path("items.find { it.username == '" + username + "' }.id");
        return first.address() + "/api/v1/accounts/" + id;
    }

    private static RequestSpecification asks(String token) {
        return given().header("Authorization", "Bearer " + token).contentType(ContentType.JSON);
    }

    private static String signIn(String username) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", As.PASSWORD))
                .post(first.address() + "/api/v1/auth/login")
                .then()
                .statusCode(200)
                .extract()
                .path("accessToken");
    }

    @Test
    @Order(3)
    void one_may_be_told_to_go_under_load_and_no_request_fails() throws Exception {
        Balanced balanced = new Balanced(second, first, token, 12);
        Balanced blind = new Balanced(second, second, token, 4);
        Awaitility.await().until(() -> blind.answered.get() > 50 && balanced.answered.get() > 50);
        second.terminate();
        long told = System.nanoTime();
        balanced.turnWhenNotReady();
        assertEquals(143, second.awaitExit(), second::output);
        blind.close();
        int before = balanced.answered.get();
        Awaitility.await().until(() -> balanced.answered.get() > before + 50);
        balanced.close();
        assertEquals(List.of(), List.copyOf(balanced.failures));
        // who does not look is served as long as the delay lasts, and then turned away; no answer is cut in its middle
        long over = told + DELAY.toNanos();
        assertTrue(blind.lastAnswered - over > -BREATH.toNanos(), "not served to the end of the delay");
        assertTrue(blind.failures.size() >= 4, "it still listens");
        for (Balanced.Failure failure : blind.failures) {
            assertTrue(failure.at() - over > 0, () -> "within the delay: " + failure);
            assertTrue(AWAY.matcher(failure.what()).matches(), failure::toString);
        }
        assertTrue(blind.toldToGo.get() > 0, "the connections of the one that went were not told");
    }

    private static PackagedApplication instance() throws Exception {
        List<String> options = new ArrayList<>(database.settings());
        options.addAll(List.of(
                "-Dminsheng.demo.history=false",
                "-Dminsheng.limits.person=1000000",
                "-Dminsheng.limits.at-once-of-one=1000",
                "-Dquarkus.shutdown.delay=" + DELAY.toSeconds() + "S"));
        PackagedApplication instance = PackagedApplication.demo(folder, options.toArray(String[]::new));
        instance.awaitWelcome();
        return instance;
    }

    private static Response open(PackagedApplication asked, String code) {
        return given().header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", code)
                .contentType(ContentType.JSON)
                .body(Map.of("code", code, "type", "GOVERNMENT", "name", code))
                .post(asked.address() + "/api/v1/units");
    }

    private static String insisted(PackagedApplication asked, String code) {
        Response answer = open(asked, code);
        while (answer.statusCode() == 409) answer = open(asked, code);
        return answer.then().statusCode(201).extract().asString();
    }

    private static String replayed(Response answer) {
        assertEquals("true", answer.header("Idempotency-Replayed"));
        return answer.then().statusCode(201).extract().asString();
    }
}
