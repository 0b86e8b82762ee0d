package org.minsheng.http;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minsheng.support.As;
import org.minsheng.support.Covers;
import org.minsheng.support.Given;
import org.minsheng.support.RawSocket;

/** Each limit from both sides: the last that is taken and the first that is not. */
@QuarkusTest
class LimitsTest {
    private static final int MEBIBYTE = 1 << 20;
    private static final int KIBIBYTE = 1 << 10;

    @Test
    void a_body_of_one_mebibyte() {
        String body = "{\"x\":1}";
        patched(body + " ".repeat(MEBIBYTE - body.length()))
                .statusCode(400)
                .body("errors[0].code", equalTo("field.unknown"));
        patched(body + " ".repeat(MEBIBYTE - body.length() + 1))
                .statusCode(413)
                .body("code", equalTo("request.too-large"));
    }

    @Test
    void a_body_of_sixteen_kibibytes_of_who_is_nobody_yet() throws IOException {
        String body = "{\"username\":\"nobody\",\"password\":\"wrong\"}";
        login(body + " ".repeat(16 * KIBIBYTE - body.length())).statusCode(401);
        login(body + " ".repeat(16 * KIBIBYTE - body.length() + 1))
                .statusCode(413)
                .body("code", equalTo("request.too-large"));
        String chunked = "POST /api/v1/auth/login HTTP/1.1\r\nTransfer-Encoding: chunked\r\n"
                + "Content-Type: application/json\r\n\r\n%x\r\n%s\r\n0\r\n";
        for (int size : new int[] {16 * KIBIBYTE, 16 * KIBIBYTE + 1})
            assertStatus(
                    size > 16 * KIBIBYTE ? "HTTP/1.1 413 " : "HTTP/1.1 401 ",
                    chunked.formatted(size, body + " ".repeat(size - body.length())));
        As.nobody()
                .contentType(ContentType.JSON)
                .body(body + " ".repeat(16 * KIBIBYTE))
                .post("/api/v1/units")
                .then()
                .statusCode(401);
    }

    @Test
    @Covers("ASVS 1.5.2")
    void json_of_a_hundred_thousand_tokens() {
        // an object, its only name, an array and what is in it
        String full = "{\"x\":[1" + ",1".repeat(100_000 - 6) + "]}";
        patch(full).body("errors[0].code", equalTo("field.unknown"));
        patch(full.replace("[", "[1,")).body("code", equalTo("request.not-json"));
    }

    @Test
    void json_fifty_levels_deep() {
        patch("{\"x\":" + "[".repeat(49) + "]".repeat(49) + "}").body("errors[0].code", equalTo("field.unknown"));
        patch("{\"x\":" + "[".repeat(50) + "]".repeat(50) + "}").body("code", equalTo("request.not-json"));
    }

    @Test
    void numbers_of_thirty_digits() {
        patch("{\"x\":" + "9".repeat(30) + "}").body("errors[0].code", equalTo("field.unknown"));
        patch("{\"x\":" + "9".repeat(31) + "}").body("code", equalTo("request.not-json"));
        patch("{\"x\":0." + "9".repeat(29) + "}").body("errors[0].code", equalTo("field.unknown"));
        patch("{\"x\":0." + "9".repeat(31) + "}").body("code", equalTo("request.not-json"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"1e999999999", "-1e999999999", "1e-999999999", "1e20", "1e2147483648"})
    @Covers("ASVS 1.4.2")
    void a_number_that_is_short_and_means_millions_of_digits(String number) {
        Given given = Given.district();
        String project = given.project(given.programme(Given.YEAR), 1);
        Map<String, Object> promise = Given.beds(Given.YEAR);
        promise.put("targetValue", "HERE");
        for (String key : new String[] {null, UUID.randomUUID().toString()}) {
            var asked = As.json(given.supervisor(), Map.of("projectId", project, "text", promise));
            String body = "{\"projectId\":\"%s\",\"text\":%s}"
                    .formatted(project, json(promise))
                    .replace("\"HERE\"", number);
            asked.body(body);
            if (key != null) asked.header("Idempotency-Key", key);
            asked.post("/api/v1/indicators").then().statusCode(400);
        }
    }

    @Test
    void a_name_of_two_hundred_characters_and_a_string_of_a_million() {
        unit("区".repeat(200)).statusCode(201);
        unit("区".repeat(201)).statusCode(400).body("errors[0].pointer", equalTo("/name"));
        patch("{\"x\":\"" + "x".repeat(1_000_000) + "\"}").body("errors[0].code", equalTo("field.unknown"));
        patch("{\"x\":\"" + "x".repeat(1_000_001) + "\"}").body("code", equalTo("request.not-json"));
        patch("{\"" + "x".repeat(201) + "\":1}").body("code", equalTo("request.not-json"));
    }

    @Test
    @Covers("ASVS 15.3.7")
    void what_is_said_twice_or_not_known() {
        login("{\"username\":\"nobody\",\"password\":\"wrong\",\"username\":\"ducha\"}")
                .statusCode(400);
        patch("{\"x\":1,\"x\":2}").body("code", equalTo("request.not-json"));
        login("{\"username\":\"nobody\",\"password\":\"wrong\",\"admin\":true}")
                .statusCode(400)
                .body("errors[0].code", equalTo("field.unknown"))
                .body("errors[0].pointer", equalTo("/admin"));
        login("{\"username\":\"nobody\",\"password\":\"wrong\"} {}").statusCode(400);
        As.person("ducha")
                .get("/api/v1/projects?limit=5&limit=5")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("request.repeated-parameter"));
    }

    @Test
    void a_request_line_of_4096_bytes() throws IOException {
        String start = "GET /api/v1/units?q=";
        String end = " HTTP/1.1";
        int room = 4096 - start.length() - end.length();
        assertStatus("HTTP/1.1 401 ", start + "x".repeat(room) + end + "\r\n");
        assertStatus("HTTP/1.0 414 ", start + "x".repeat(room + 1) + end + "\r\n");
    }

    @Test
    void headers_of_16_kibibytes() throws IOException {
        String line = "GET /api/v1/units HTTP/1.1\r\n";
        // Host and Connection are headers too, and line ends do not count
        int room = (16 << 10) - "Host: localhostConnection: closeX: ".length();
        assertStatus("HTTP/1.1 401 ", line + "X: " + "x".repeat(room) + "\r\n");
        assertStatus("HTTP/1.1 431 ", line + "X: " + "x".repeat(room + 1) + "\r\n");
    }

    private static void assertStatus(String status, String head) throws IOException {
        String[] parts = head.split("\r\n", 2);
        String whole = parts[0] + "\r\nHost: localhost\r\nConnection: close\r\n" + parts[1] + "\r\n";
        String answer = RawSocket.send(whole.getBytes(StandardCharsets.US_ASCII), 10_000)
                .text();
        assertTrue(answer.startsWith(status), answer);
    }

    private static ValidatableResponse login(String body) {
        return As.nobody()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/auth/login")
                .then();
    }

    /** Read as a tree, so that nothing but the limit refuses it; nothing is called x. */
    private static ValidatableResponse patch(String body) {
        return patched(body).statusCode(400);
    }

    private static ValidatableResponse patched(String body) {
        String government = Given.unit(null, "l" + UUID.randomUUID().toString().substring(0, 8), "GOVERNMENT", "区");
        return As.person("sysadmin")
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"v0\"")
                .body(body)
                .patch("/api/v1/units/" + government)
                .then();
    }

    private static ValidatableResponse unit(String name) {
        String code = "l" + UUID.randomUUID().toString().substring(0, 8);
        return As.json("sysadmin", Map.of("code", code, "type", "GOVERNMENT", "name", name))
                .post("/api/v1/units")
                .then();
    }

    private static String json(Object value) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(value);
        } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
