package org.minsheng.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;
import org.minsheng.support.Covers;
import org.minsheng.support.RawSocket;

/** Where a request ends is never a matter of opinion: what could be read in two ways is not read at all. */
@QuarkusTest
class SmugglingTest {
    private static final Path CASES = Path.of("src/test/resources/security/smuggling.txt");
    private static final String HIDDEN =
            "GET /problems/request.invalid HTTP/1.1\\r\\nHost: localhost\\r\\nX-Hidden: yes\\r\\n\\r\\n";
    private static final int PATIENCE = 2_000;

    @Test
    @Covers("ASVS 4.2.1")
    void a_request_whose_end_is_doubtful_is_refused_and_nothing_after_it_is_read() throws IOException {
        List<String> wrong = new ArrayList<>();
        List<String> cases = Files.readAllLines(CASES).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        assertTrue(cases.size() >= 60, cases.size() + " cases");
        for (String one : cases) {
            String[] parts = one.split(" \\| ", 2);
            RawSocket.Heard heard = RawSocket.send(RawSocket.bytes(parts[1].replace("{hidden}", HIDDEN)), PATIENCE);
            boolean refused = heard.answers() == 1 && heard.status() == 400
                    || heard.answers() == 0 && parts[0].matches(".*(chunk|unknown version).*");
            if (!refused || !heard.closed())
                wrong.add("%s: %d, %d answers, %s"
                        .formatted(parts[0], heard.status(), heard.answers(), heard.closed() ? "closed" : "left open"));
            assertFalse(heard.text().contains("\"code\":\"request.invalid\",\"description"), parts[0]);
        }
        assertEquals(List.of(), wrong);
    }

    /** The decoder puts a blank in place of the fold (RFC 9112, 5.2): no field comes out of another's value. */
    @Test
    void a_folded_line_stays_part_of_the_value_before_it() throws IOException {
        String folded = "GET /api/v1/me HTTP/1.1\\r\\nHost: localhost\\r\\nX-A: b\\r\\n Authorization: Bearer "
                + As.token("wjj-reporter") + "\\r\\nConnection: close\\r\\n\\r\\n";
        assertEquals(401, RawSocket.send(RawSocket.bytes(folded), PATIENCE).status());
    }

    @Test
    void two_requests_in_order_on_a_connection_are_both_answered() throws IOException {
        String first =
                "POST /api/v1/auth/login HTTP/1.1\\r\\nHost: localhost\\r\\nContent-Type: application/json\\r\\nContent-Length: 2\\r\\n\\r\\n{}";
        assertEquals(
                2, RawSocket.send(RawSocket.bytes(first + HIDDEN), PATIENCE).answers());
        String chunked =
                "POST /api/v1/auth/login HTTP/1.1\\r\\nHost: localhost\\r\\nContent-Type: application/json\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n2\\r\\n{}\\r\\n0\\r\\n\\r\\n";
        assertEquals(
                2, RawSocket.send(RawSocket.bytes(chunked + HIDDEN), PATIENCE).answers());
    }
}
