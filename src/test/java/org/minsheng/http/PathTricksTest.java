package org.minsheng.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/** Whatever a path, a method or a header is made to look like, nothing protected is given away and nothing breaks. */
@QuarkusTest
class PathTricksTest {
    private static final Path TRICKS = Path.of("src/test/resources/security/path-tricks.csv");

    /** Closed to nobody in particular, and to reporters. */
    private static final List<String> PROTECTED = List.of("/api/v1/units", "/api/v1/me");

    private static final List<String> NOT_FOR_REPORTERS =
            List.of("/api/v1/accounts", "/api/v1/ledger/entries", "/api/v1/ledger/bundle");

    @Test
    @Covers({"ASVS 1.1.1", "ASVS 8.3.1"})
    void no_trick_opens_a_path_that_is_closed() throws IOException {
        List<String> tricks = Files.readAllLines(TRICKS).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        assertTrue(tricks.size() >= 150, tricks.size() + " tricks");
        String token = "Authorization: Bearer " + As.token("wjj-reporter") + "\\r\\n";
        List<String> wrong = new ArrayList<>();
        for (String trick : tricks) {
            for (String path : PROTECTED) ask(trick, path, "", wrong);
            for (String path : NOT_FOR_REPORTERS) {
                ask(trick, path, "", wrong);
                ask(trick, path, token, wrong);
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static void ask(String trick, String path, String token, List<String> wrong) throws IOException {
        String[] parts = trick.split(",", 3);
        String name = path.substring("/api/v1/".length());
        String target = parts[1].replace("{path}", path).replace("{name}", name);
        String header = parts[2].isEmpty() ? "" : parts[2].replace("{path}", path) + "\\r\\n";
        RawSocket.Heard heard = RawSocket.send(
                RawSocket.bytes(parts[0] + " " + target + " HTTP/1.1\\r\\nHost: localhost\\r\\n" + token + header
                        + "Connection: close\\r\\n\\r\\n"),
                10_000);
        String fault = fault(parts[0], heard);
        if (fault != null)
            wrong.add("%s %s %s%s: %s: %s"
                    .formatted(
                            parts[0],
                            target,
                            parts[2],
                            token.isEmpty() ? "" : " with a token",
                            fault,
                            heard.text().lines().findFirst().orElse("nothing")));
    }

    private static String fault(String method, RawSocket.Heard heard) {
        String[] whole = heard.text().split("\r\n\r\n", 2);
        String head = whole[0].toLowerCase();
        boolean silent = whole.length < 2 || whole[1].isEmpty();
        if (!heard.closed()) return "no end";
        if (heard.answers() != 1) return heard.answers() + " answers";
        if (heard.status() >= 500 && heard.status() != 501) return "our own mistake";
        if (heard.status() < 400 && !(method.equals("OPTIONS") && silent)) return "let in";
        boolean undecoded = heard.status() == 400 && !head.contains("x-request-id");
        boolean problem = head.contains("content-type: application/problem+json");
        if (heard.status() >= 400 && !problem && !undecoded && !(method.equals("HEAD") && silent)) return "no problem";
        return null;
    }
}
