package org.minsheng.accounts;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.minsheng.http.Attempt;
import org.minsheng.support.As;
import org.minsheng.support.Covers;
import org.minsheng.support.Given;
import org.minsheng.support.RawSocket;
import org.minsheng.support.Reports;

/** Who tries to get around checks is told of in the security log; who slips is not. */
@QuarkusTest
class AttemptsTest {
    private static final String SECRET = "Canary-" + UUID.randomUUID();
    private static Given given;

    @Inject
    RefusedRequests refused;

    @Inject
    EntityManager database;

    @Test
    @Covers("ASVS 16.3.3")
    void attempts_to_get_around_checks_are_in_the_security_log() {
        String unit = "/api/v1/units";
        told("400 field.unknown", "POST " + unit, a -> post(a, unit, "{\"code\":\"" + SECRET + "\",\"version\":7}"));
        told(
                "400 request.not-json",
                "POST " + unit,
                a -> post(a, unit, "{\"code\":\"" + SECRET + "\",\"code\":\"b\"}"));
        told("400 request.not-json", "POST " + unit, a -> post(a, unit, "{\"code\":\"" + SECRET));
        told("400 request.unknown-parameter", "GET " + unit, a -> a.get(unit + "?admin=" + SECRET));
        told("400 request.repeated-parameter", "GET " + unit, a -> a.get(unit + "?limit=1&limit=2"));
        told("400 request.unknown-sort", "GET " + unit, a -> a.get(unit + "?sort=" + SECRET));
        told("400 request.cursor-invalid", "GET " + unit, a -> a.get(unit + "?cursor=" + SECRET));
        told("404 resource.not-found", "GET " + unit + "/*", a -> a.get(unit + "/" + UUID.randomUUID()));
        told("405 request.method-not-allowed", "DELETE " + unit, a -> a.delete(unit));
        told("200 disguised", "GET " + unit, a -> a.header("X-HTTP-Method-Override", "DELETE")
                .get(unit));
        told("404 disguised", "GET /api/v1/*", a -> a.get("/api/v1/units%2f" + SECRET));
        told(
                "422 unit.parent-unknown",
                "POST " + unit,
                a -> post(
                        a,
                        unit,
                        "{\"code\":\"a\",\"type\":\"DEPARTMENT\",\"name\":\"a\",\"parentId\":\"%s\"}"
                                .formatted(UUID.randomUUID())));
    }

    @Test
    @Covers("ASVS 16.3.3")
    void keys_and_ids_used_again_for_something_else_are_told() {
        String key = UUID.randomUUID().toString();
        unit(As.person("sysadmin"), key, null).then().statusCode(201);
        told("422 request.idempotency-key-reused", "POST /api/v1/units", a -> unit(a, key, null));
        String id = UUID.randomUUID().toString();
        unit(As.person("sysadmin"), null, id).then().statusCode(201);
        told("409 resource.id-taken", "POST /api/v1/units", a -> unit(a, null, id));
    }

    @Test
    @Covers({"ASVS 16.3.3", "ASVS 2.3.1"})
    void steps_out_of_order_are_told() {
        String reporter = given().person("reporter", given.bureau());
        String programme = given.programme(Given.YEAR);
        String indicator = given.indicator(given.project(programme, 1), Given.beds(Given.YEAR));
        given.publish(programme);
        String draft = Reports.on(given, programme)
                .draft(reporter, indicator, Given.month(3), Map.of("amount", 1))
                .statusCode(201)
                .extract()
                .path("id");
        String reviewer = given.person("reviewer", given.bureau());
        told("409 progress.not-submitted", "POST /api/v1/progress-entries/*/approval", reviewer, a -> a.header(
                        "If-Match", "\"v0\"")
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/progress-entries/" + draft + "/approval"));
        // one of a batch: the request as a whole is answered 200
        told("200 progress.not-submitted", "POST /api/v1/progress-entry-approvals", reviewer, a -> a.contentType(
                        ContentType.JSON)
                .body("{\"items\":[{\"id\":\"" + draft + "\",\"version\":0}]}")
                .post("/api/v1/progress-entry-approvals"));
    }

    @Test
    @Covers("ASVS 16.3.3")
    void requests_that_can_be_read_in_two_ways_are_told() throws IOException {
        for (String start : List.of(
                "POST /api/v1/auth/login HTTP/1.1\\r\\nTransfer-Encoding: identity\\r\\nContent-Length: 5",
                "GET /api/v1//me HTTP/1.1",
                "GET /api/v1/me;a=b HTTP/1.1",
                "GET /docs/..%2f..%2fapi/v1/me HTTP/1.1",
                "GET api/v1/me HTTP/1.1")) {
            String agent = agent();
            RawSocket.send(
                    RawSocket.bytes(start + "\\r\\nHost: localhost\\r\\nConnection: close\\r\\nUser-Agent: " + agent
                            + "\\r\\n\\r\\n"),
                    5_000);
            awaited(agent, start);
        }
    }

    @Test
    void slips_are_not_told() {
        silent(400, a -> post(a, "/api/v1/units", "{\"code\":\"\"}"));
        silent(400, a -> post(a, "/api/v1/units", "{\"type\":\"DEPARTMNT\"}"));
        silent(400, a -> a.get("/api/v1/units?limit=0"));
        silent(400, a -> a.get("/api/v1/units?type=x"));
        silent(412, a -> patch(a, "\"v99\""));
        silent(428, a -> patch(a, null));
        silent(
                422,
                a -> post(
                        a,
                        "/api/v1/units",
                        "{\"code\":\"a\",\"type\":\"DEPARTMENT\",\"name\":\"a\",\"validFrom\":\"2020-01-01\"}"));
        String agent = agent();
        As.nobody().header("User-Agent", agent).get("/api/v1/nothing").then().statusCode(404);
        nothing(agent);
    }

    @Test
    void a_flood_adds_a_bounded_number_of_events() {
        refused.write();
        long before = events();
        Instant start = Instant.now();
        String token = As.token("ducha");
        for (int i = 0; i < 300; i++)
            RestAssured.given()
                    .header("Authorization", "Bearer " + token)
                    .header("User-Agent", "flood-" + i)
                    .get("/api/v1/units?x" + i + "=1")
                    .then()
                    .statusCode(400);
        told("405 request.method-not-allowed", "DELETE /api/v1/units", a -> a.delete("/api/v1/units"));
        long windows = Duration.between(start, Instant.now()).toSeconds() / 5 + 2;
        long added = events() - before;
        assertTrue(added >= 1, "no event");
        assertTrue(added <= windows * (Tally.KINDS_OF_ONE_PLACE + 2), added + " events in " + windows + " windows");
    }

    @Test
    void every_code_that_shows_an_attempt_is_a_code_of_the_contract() {
        Stream.of(Attempt.values())
                .flatMap(a -> a.codes().stream())
                .forEach(code -> As.nobody().get("/problems/" + code).then().statusCode(200));
    }

    private void told(String what, String operation, Consumer<RequestSpecification> request) {
        told(what, operation, "sysadmin", request);
    }

    private void told(String what, String operation, String who, Consumer<RequestSpecification> request) {
        refused.write();
        String agent = agent();
        request.accept(As.person(who).header("User-Agent", agent).urlEncodingEnabled(false));
        String body = awaited(agent, what);
        assertTrue(body.contains("\"" + what + "\"") && body.contains("\"" + operation + "\""), body);
        assertTrue(!body.contains(SECRET) && body.matches(".*\"account\":\"[0-9a-f-]{36}\".*"), body);
    }

    private void silent(int status, Function<RequestSpecification, Response> request) {
        String agent = agent();
        request.apply(As.person("sysadmin").header("User-Agent", agent)).then().statusCode(status);
        nothing(agent);
    }

    /** The answer is there a moment before it is counted. */
    private String awaited(String agent, String what) {
        await(what).until(() -> {
            refused.write();
            return !told(agent).isEmpty();
        });
        List<?> bodies = told(agent);
        assertEquals(1, bodies.size(), what);
        return bodies.get(0).toString();
    }

    /** Whether something was counted is known once the next one was. */
    private void nothing(String agent) {
        told("405 request.method-not-allowed", "DELETE /api/v1/units", a -> a.delete("/api/v1/units"));
        assertEquals(List.of(), told(agent));
    }

    private static Response post(RequestSpecification as, String path, String body) {
        return as.contentType(ContentType.JSON).body(body).post(path);
    }

    private static Response patch(RequestSpecification as, String ifMatch) {
        if (ifMatch != null) as.header("If-Match", ifMatch);
        return as.contentType("application/merge-patch+json")
                .body("{\"name\":\"x\"}".getBytes())
                .patch("/api/v1/units/" + given().bureau());
    }

    /** Each with another code: nobody sends the same again. */
    private static Response unit(RequestSpecification as, String key, String id) {
        if (key != null) as.header("Idempotency-Key", key);
        String code = "u" + UUID.randomUUID().toString().substring(0, 8);
        return post(
                as,
                "/api/v1/units",
                "{%s\"code\":\"%s\",\"type\":\"GOVERNMENT\",\"name\":\"%s\",\"validFrom\":\"2020-01-01\"}"
                        .formatted(id == null ? "" : "\"id\":\"" + id + "\",", code, code));
    }

    private static synchronized Given given() {
        if (given == null) given = Given.district();
        return given;
    }

    private static String agent() {
        return "trier-" + UUID.randomUUID();
    }

    private List<?> told(String agent) {
        return QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery("""
                        select e.body from ledger_event e join ledger_private p on p.event_id = e.event_id
                        where e.action = 'request.refused' and p.value = ?1""", String.class)
                .setParameter(1, agent)
                .getResultList());
    }

    private long events() {
        return QuarkusTransaction.requiringNew().call(() -> ((Number)
                        database.createNativeQuery("select count(*) from ledger_event where action = 'request.refused'")
                                .getSingleResult())
                .longValue());
    }
}
