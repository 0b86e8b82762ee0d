package org.minsheng.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minsheng.support.As;
import org.minsheng.support.Contract;
import org.minsheng.support.Covers;

/** What every answer says beside its content, whoever asked for whatever. */
@QuarkusTest
class ProtectedAnswersTest {
    @Test
    @Covers({"ASVS 3.4.1", "ASVS 3.4.3", "ASVS 3.4.4", "ASVS 3.4.5", "ASVS 3.4.6"})
    void every_answer_bears_the_headers_that_protect_it() {
        Map<Integer, Response> answers = answers();
        assertTrue(
                answers.keySet().containsAll(List.of(200, 201, 304, 400, 401, 403, 404, 405, 406, 413, 415, 422, 428)),
                answers.keySet().toString());
        answers.forEach((status, answer) -> answer.then()
                .header("Strict-Transport-Security", equalTo("max-age=31536000; includeSubDomains"))
                .header("Content-Security-Policy", equalTo("default-src 'none'; frame-ancestors 'none'"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Referrer-Policy", equalTo("no-referrer")));
    }

    @Test
    @Covers("ASVS 4.1.1")
    void every_body_says_what_it_is() {
        answers().forEach((status, answer) -> {
            if (answer.asByteArray().length > 0)
                answer.then()
                        .contentType(containsString(status < 400 ? "application/json" : "application/problem+json"));
        });
        As.nobody()
                .get("/public/v1/ledger/checkpoint")
                .then()
                .contentType(matchesPattern("(?i)text/plain; ?charset=utf-8"));
    }

    @Test
    @Covers("ASVS 14.2.2")
    void no_shared_cache_keeps_what_a_signed_in_person_was_told() {
        List<String> told = new ArrayList<>();
        for (Contract.Operation operation : reads())
            for (String person : List.of("ducha", "auditor", "sysadmin")) {
                Response answer = As.person(person).get(operation.path());
                if (answer.statusCode() != 200) continue;
                told.add(operation.id());
                answer.then()
                        .header("Cache-Control", anyOf(containsString("private"), containsString("no-store")))
                        .header("Cache-Control", not(containsString("public")));
            }
        assertTrue(told.stream().distinct().count() > 10, told.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example", "null", "http://localhost.evil.example", "https://127.0.0.1.evil.example"
            })
    @Covers("ASVS 3.4.2")
    void an_origin_that_is_not_named_gets_nothing(String origin) {
        As.person("ducha")
                .header("Origin", origin)
                .get("/api/v1/units")
                .then()
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Access-Control-Allow-Credentials", nullValue());
        given().header("Origin", origin)
                .header("Access-Control-Request-Method", "DELETE")
                .options("/api/v1/units")
                .then()
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Access-Control-Allow-Methods", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/health",
                "/q/metrics",
                "/q/openapi",
                "/q/swagger-ui/",
                "/q/dev-ui",
                "/openapi",
                "/health",
                "/metrics"
            })
    @Covers("ASVS 13.4.5")
    void what_is_for_operators_is_not_on_the_port_of_the_api(String path) {
        given().get(path).then().statusCode(404);
    }

    @Test
    @Covers("ASVS 13.4.3")
    void folders_are_not_listed() {
        String index = given().get("/docs/index.html").asString();
        for (String folder :
                List.of("/docs/", "/docs", "/META-INF/", "/META-INF/resources/docs/", "/.git/", "/db/migration/")) {
            Response answer = given().redirects().follow(false).get(folder);
            assertTrue(
                    answer.statusCode() == 404 || answer.asString().equals(index), folder + " " + answer.statusCode());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "with blank in it",
                "<script>alert(1)</script>",
                "a\tb-and-more",
                "甲乙丙丁甲乙丙丁",
                "x%0d%0aSet-Cookie:a=b"
            })
    @Covers("ASVS 1.2.1")
    void a_header_of_the_caller_comes_back_only_when_it_is_harmless(String given) {
        As.person("ducha")
                .header("X-Request-Id", given)
                .get("/api/v1/units")
                .then()
                .statusCode(200)
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"))
                .header("Set-Cookie", nullValue());
        String harmless = UUID.randomUUID().toString();
        assertEquals(
                harmless,
                As.person("ducha")
                        .header("X-Request-Id", harmless)
                        .get("/api/v1/units")
                        .header("X-Request-Id"));
    }

    /** One answer of each status. */
    private static Map<Integer, Response> answers() {
        String unit = As.person("ducha").get("/api/v1/units?limit=1").path("items[0].id");
        Response one = As.person("ducha").get("/api/v1/units/" + unit);
        assertThatHasTag(one);
        List<Response> answers = List.of(
                one,
                As.json(
                                "sysadmin",
                                Map.of("code", code(), "type", "GOVERNMENT", "name", "区", "validFrom", "2020-01-01"))
                        .post("/api/v1/units"),
                As.person("ducha").header("If-None-Match", one.header("ETag")).get("/api/v1/units/" + unit),
                As.person("ducha").get("/api/v1/units?limit=0"),
                As.nobody().get("/api/v1/units"),
                As.person("auditor").contentType(ContentType.JSON).body("{}").post("/api/v1/units"),
                As.person("ducha").get("/api/v1/units/" + UUID.randomUUID()),
                As.person("ducha").request("TRACE", "/api/v1/units"),
                As.person("ducha").accept("text/html").get("/api/v1/units"),
                As.nobody()
                        .contentType(ContentType.JSON)
                        .body(" ".repeat(1 << 21))
                        .post("/api/v1/auth/login"),
                As.nobody().contentType(ContentType.TEXT).body("{}").post("/api/v1/auth/login"),
                As.json(
                                "sysadmin",
                                Map.of("username", "who-" + code(), "displayName", "x", "password", "passwordpassword"))
                        .post("/api/v1/accounts"),
                As.json("sysadmin", Map.of("name", "新名")).post("/api/v1/units/" + unit + "/renaming"));
        Map<Integer, Response> byStatus = new HashMap<>();
        for (Response answer : answers) byStatus.put(answer.statusCode(), answer);
        return byStatus;
    }

    /** The ledger's bundle is large, and listening never ends. */
    private static List<Contract.Operation> reads() {
        return Contract.operations().stream()
                .filter(o -> o.isRead() && !o.takesId() && !o.id().equals("exportLedger"))
                .filter(o -> o.path().startsWith("/api/"))
                .toList();
    }

    private static void assertThatHasTag(Response one) {
        one.then().statusCode(200).header("ETag", notNullValue());
    }

    private static String code() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
