package org.minsheng.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;
import org.minsheng.support.Covers;
import org.minsheng.support.Given;
import org.minsheng.support.RawSocket;

/** RFC 8725 and 9068 as a list of what was tried elsewhere: each forged or odd token is nobody's. */
@QuarkusTest
class ForgedTokensTest {
    private static final Path CASES = Path.of("src/test/resources/security/forged-tokens.txt");
    private static final Pattern INSTANT = Pattern.compile("\\{now([+-][0-9]+)?}");
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    @Covers({"ASVS 9.1.2", "ASVS 9.1.3", "ASVS 9.2.1", "ASVS 9.2.2", "ASVS 9.2.3", "ASVS 9.2.4"})
    void each_forged_token_is_refused_and_nobody_is_asked_for_keys() throws Exception {
        List<String> cases = Files.readAllLines(CASES).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        assertTrue(cases.size() >= 90, cases.size() + " cases");
        List<String> wrong = new ArrayList<>();
        try (ServerSocket trap = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Attempt attempt = new Attempt(trap.getLocalPort());
            for (String one : cases) {
                String fault = attempt.fault(one.split(" \\| ", -1));
                if (fault != null) wrong.add(one.split(" \\| ")[0] + ": " + fault);
            }
            trap.setSoTimeout(200);
            try {
                trap.accept();
                wrong.add("somebody was asked for keys");
            } catch (SocketTimeoutException nobody) {
                // as it should be
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    @Covers("ASVS 9.1.1")
    void another_character_anywhere_in_a_token_spoils_it() throws IOException {
        String token = As.token("wjj-reporter");
        List<Integer> taken = new ArrayList<>();
        for (int i = 0; i < token.length(); i++) {
            char was = token.charAt(i);
            char now = was == '.' ? '-' : ALPHABET.charAt((ALPHABET.indexOf(was) + 1) % ALPHABET.length());
            String spoilt = token.substring(0, i) + now + token.substring(i + 1);
            if (ask("Bearer " + spoilt).status() != 401) taken.add(i);
        }
        assertEquals(List.of(), taken);
    }

    private static RawSocket.Heard ask(String authorization) throws IOException {
        return RawSocket.send(
                RawSocket.bytes("GET /api/v1/me HTTP/1.1\\r\\nHost: localhost\\r\\nAuthorization: " + authorization
                        + "\\r\\nConnection: close\\r\\n\\r\\n"),
                10_000);
    }

    /** A living session whose token is altered, and what else a forger may know. */
    private static final class Attempt {
        private final Forge forge =
                new Forge(Path.of(ConfigProvider.getConfig().getValue("minsheng.token-key-file", String.class)));
        private final JsonNode header;
        private final JsonNode claims;
        private final Map<String, String> known = new LinkedHashMap<>();

        Attempt(int port) throws GeneralSecurityException, IOException {
            Given given = Given.district();
            String who = given.person("reporter", given.bureau());
            String token = As.token(who);
            header = JSON.readTree(decoded(token, 0));
            claims = JSON.readTree(decoded(token, 1));
            JsonNode others = JSON.readTree(decoded(As.token(given.supervisor()), 1));
            String ended = As.login(who, As.PASSWORD);
            io.restassured.RestAssured.given()
                    .header("Authorization", "Bearer " + ended)
                    .post("/api/v1/auth/logout")
                    .then()
                    .statusCode(204);
            known.put("{kid}", header.path("kid").asText());
            for (String name : List.of("sid", "sub", "jti"))
                known.put("{" + name + "}", claims.path(name).asText());
            known.put("{SUB}", claims.path("sub").asText().toUpperCase());
            known.put("{otherSid}", others.path("sid").asText());
            known.put("{otherSub}", others.path("sub").asText());
            known.put("{endedSid}", JSON.readTree(decoded(ended, 1)).path("sid").asText());
            known.put("{endedSub}", claims.path("sub").asText());
            known.put("{trap}", "http://127.0.0.1:" + port + "/keys");
            known.put("\"{jwk}\"", JSON.writeValueAsString(forge.jwk()));
            known.put("{refresh}", refresh(who));
        }

        /** Null when the token is answered as the case says. */
        String fault(String[] one) throws GeneralSecurityException, IOException {
            String token = forge.token(part(header, one[2]), part(claims, one[3]), one[4]);
            RawSocket.Heard heard = ask(filled(one[5], token));
            String text = heard.text().toLowerCase();
            if (heard.status() != Integer.parseInt(one[1])) return heard.status() + " instead of " + one[1];
            if (heard.status() != 401) return null;
            if (!text.contains("www-authenticate: bearer")) return "no challenge";
            return text.contains("application/problem+json") ? null : "no problem";
        }

        private String part(JsonNode usual, String told) throws JsonProcessingException {
            if (told.equals("=")) return usual.toString();
            String text = told;
            for (Map.Entry<String, String> one : known.entrySet()) text = text.replace(one.getKey(), one.getValue());
            long now = Instant.now().getEpochSecond();
            text = INSTANT.matcher(text).replaceAll(found -> String.valueOf(now + offset(found.group(1))));
            if (text.startsWith("!")) return text.substring(1);
            ObjectNode altered = usual.deepCopy();
            JSON.readTree(text).properties().forEach(field -> {
                if (field.getValue().isNull()) altered.remove(field.getKey());
                else altered.set(field.getKey(), field.getValue());
            });
            return altered.toString();
        }

        private static long offset(String told) {
            return told == null ? 0 : Long.parseLong(told.replace("+", ""));
        }

        private String filled(String sent, String token) {
            String[] parts = token.split("\\.", -1);
            return sent.replace("{token}", token)
                    .replace("{head}", parts[0])
                    .replace("{body}", parts[1])
                    .replace("{signature}", parts[2])
                    .replace(
                            "{standard}",
                            token.replace('-', '+').replace('_', '/') + (token.matches("[^-_]*") ? "+" : ""))
                    .replace("{twin}", sent.contains("{twin}") ? twin(token) : "")
                    .replace("{refresh}", known.get("{refresh}"));
        }

        /** Ends in another character of the same two bits. */
        private static String twin(String token) {
            int last = token.length() - 1;
            return token.substring(0, last) + ALPHABET.charAt(ALPHABET.indexOf(token.charAt(last)) ^ 1);
        }

        private static byte[] decoded(String token, int part) {
            return Base64.getUrlDecoder().decode(token.split("\\.")[part]);
        }

        private static String refresh(String who) {
            return io.restassured.RestAssured.given()
                    .contentType("application/json")
                    .body(Map.of("username", who, "password", As.PASSWORD))
                    .post("/api/v1/auth/login")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("refreshToken");
        }
    }
}
