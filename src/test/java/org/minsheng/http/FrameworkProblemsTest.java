package org.minsheng.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minsheng.support.Covers;
import org.minsheng.support.RawSocket;

/** What the framework refuses before any resource is reached is answered in the same shape as everything else. */
@QuarkusTest
class FrameworkProblemsTest {
    @ParameterizedTest(name = "{0} is answered {1} {2}")
    @CsvSource({
        "GET /nothing, 404, resource.not-found",
        "GET /api/v1/nothing, 404, resource.not-found",
        "GET /, 404, resource.not-found",
        "TRACE /api/v1/units, 405, request.method-not-allowed",
        "PUT /api/v1/auth/login, 405, request.method-not-allowed",
        "BREW /api/v1/units, 405, request.method-not-allowed",
    })
    @Covers({"ASVS 1.2.1", "ASVS 13.4.4"})
    void a_request_line(String line, int status, String code) throws IOException {
        problem(send(line, ""), status, code);
    }

    @ParameterizedTest(name = "a login with {0} is answered {1} {2}")
    @CsvSource({
        "Content-Type: text/plain, 415, request.unsupported-media-type",
        "Content-Type: nonsense, 400, request.malformed",
        "Content-Length: 1048577, 413, request.too-large",
        "Content-Length: 52428801, 413, request.too-large",
    })
    @Covers({"ASVS 3.5.2", "ASVS 5.2.1"})
    void a_header(String header, int status, String code) throws IOException {
        String type = header.startsWith("Content-Type") ? "" : "Content-Type: application/json\r\n";
        String length = header.startsWith("Content-Length") ? "" : "Content-Length: 2\r\n";
        problem(send("POST /api/v1/auth/login", type + length + header + "\r\n", "{}"), status, code);
    }

    @Test
    @Covers("ASVS 5.2.1")
    void a_body_that_grows_beyond_the_limit_while_it_is_sent() throws IOException {
        String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
        String head = "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n";
        problem(send("POST /api/v1/auth/login", head, chunk.repeat(17) + "0\r\n\r\n"), 413, "request.too-large");
    }

    @Test
    void a_representation_that_does_not_exist() throws IOException {
        problem(send("GET /problems/request.invalid", "Accept: text/html\r\n"), 406, "request.not-acceptable");
        problem(send("GET /api/v1/reference", "Accept: text/html\r\n"), 406, "request.not-acceptable");
    }

    /** These end in the decoder, where there is no request yet that could be answered in its language. */
    @Test
    void what_is_no_http_request_is_refused_without_a_body() throws IOException {
        assertTrue(send("GET /api/v1/%zz", "").startsWith("HTTP/1.1 400 "));
        assertTrue(send("GET /api/v1/units?q=" + "x".repeat(5000), "").startsWith("HTTP/1.0 414 "));
        assertTrue(send("GET /api/v1/units", "Content-Length: -1\r\n").startsWith("HTTP/1.1 400 "));
        assertTrue(send("GET /api/v1/units", "X-Long: " + "x".repeat(20000) + "\r\n")
                .contains(" 431 "));
    }

    private static void problem(String answer, int status, String code) {
        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
        assertTrue(answer.toLowerCase().contains("content-type: application/problem+json"), answer);
        assertTrue(answer.contains("\"code\":\"" + code + "\""), answer);
        assertTrue(answer.toLowerCase().contains("x-request-id: "), answer);
        assertTrue(answer.contains("\"traceId\":"), answer);
    }

    private static String send(String line, String headers) throws IOException {
        return send(line, headers, "");
    }

    private static String send(String line, String headers, String body) throws IOException {
        String request = line + " HTTP/1.1\r\nHost: localhost\r\nAccept-Language: en\r\nConnection: close\r\n" + headers
                + "\r\n" + body;
        return RawSocket.send(request.getBytes(StandardCharsets.US_ASCII), 10_000)
                .text();
    }
}
