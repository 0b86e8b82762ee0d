package org.minsheng;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.db.EmbeddedDatabase;
import org.minsheng.support.Covers;
import org.minsheng.support.PackagedApplication;
import org.minsheng.support.TestDatabase;
import org.minsheng.support.TestSecrets;

/** Production on an empty database: nobody is known, and whoever reads the first start opens three accounts, once each. */
class EmptyInstallationIT {
    private static final Pattern SECRET = Pattern.compile("and the secret ([0-9a-f]{32})");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "Nine-Wheat-Fields-7";

    private EmbeddedDatabase.Running running;

    @TempDir
    Path folder;

    @Test
    @Covers({
        "ASVS 6.3.2",
        "ASVS 6.3.3",
        "ASVS 13.4.2",
        "ASVS 16.2.4",
        "ASVS 16.4.1",
        "GB/T 22239 8.1.4.2 b",
        "GB/T 22239 8.1.4.2 d"
    })
    void knows_nobody_and_opens_three_accounts_once() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.disposable(TestDatabase.JAR, TestDatabase.PROGRAMS, folder);
                PackagedApplication production = start(running = database.start())) {
            await().atMost(Duration.ofSeconds(90))
                    .ignoreException(ConnectException.class)
                    .until(() -> production.get("/q/health/ready") == 200);
            String secret = secretOf(production.output());
            for (String known : List.of("admin", "root", "sysadmin", "secadmin", "auditor", "ducha"))
                assertEquals(401, login(production, known, "Demo-2026-Yanzhou").statusCode(), known);

            assertEquals(401, open(production, "0".repeat(32), "system-admin", "intruder"));
            age("24 hour");
            assertEquals(401, open(production, secret, "system-admin", "late"));
            age("-5 minute");
            assertEquals(204, open(production, secret, "system-admin", "anna"));
            assertEquals(409, open(production, secret, "system-admin", "second"));
            assertEquals(400, open(production, secret, "supervisor-of-all", "third"));
            assertEquals(409, open(production, secret, "supervisor", "fourth"));
            assertEquals(204, open(production, secret, "security-admin", "berta"));
            assertEquals(204, open(production, secret, "audit-admin", "clara"));
            assertEquals(401, open(production, secret, "audit-admin", "fifth"));

            JsonNode signedIn =
                    JSON.readTree(login(production, "anna", PASSWORD).body());
            assertEquals("[\"SECOND_FACTOR\"]", signedIn.path("duties").toString());
            assertEquals(
                    403,
                    get(
                            production.address() + "/api/v1/accounts",
                            signedIn.path("accessToken").asText()));

            for (String page : List.of("/q/dev-ui", "/q/dev", "/q/arc", "/q/swagger-ui"))
                assertEquals(404, get(production.address() + page, ""), page);
            assertEquals(404, production.get("/q/dev-ui"));
            assertTrue(production.get("/q/arc") == 404);
            everyLineIsOneEvent(production.output());
        }
    }

    /** As if the secret had been printed so much earlier. */
    private void age(String by) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(running.jdbcUrl(), running.user(), running.password());
                Statement statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate("update bootstrap set expires_at = expires_at - interval " + by));
        }
    }

    /** Printed, and in no log. */
    private static String secretOf(String output) {
        Matcher printed = SECRET.matcher(output);
        assertTrue(printed.find(), output);
        String secret = printed.group(1);
        assertEquals(1, output.split(secret, -1).length - 1);
        assertTrue(output.lines().filter(line -> line.contains(secret)).noneMatch(line -> line.startsWith("{")));
        return secret;
    }

    private static void everyLineIsOneEvent(String output) {
        List<String> others = new ArrayList<>();
        for (String line : output.lines().toList()) {
            // what the virtual machine and the first start print by themselves
            if (line.isBlank()
                    || line.startsWith("WARNING: ")
                    || SECRET.matcher(line).find()) continue;
            try {
                JsonNode event = JSON.readTree(line);
                for (String field : List.of("timestamp", "level", "loggerName", "message"))
                    if (!event.has(field)) others.add(line);
            } catch (IOException noJson) {
                others.add(line);
            }
        }
        assertEquals(List.of(), others);
    }

    private PackagedApplication start(EmbeddedDatabase.Running database) throws IOException {
        List<String> options = new ArrayList<>(List.of(
                "-Dquarkus.datasource.jdbc.url=" + database.jdbcUrl(),
                "-Dquarkus.datasource.username=" + database.user(),
                "-Dquarkus.datasource.password=" + database.password(),
                // six guesses in a row are too many
                "-Dminsheng.limits.sign-in=200"));
        TestSecrets.in(folder.resolve("secrets")).forEach((name, value) -> options.add("-D" + name + "=" + value));
        return PackagedApplication.start(options.toArray(String[]::new));
    }

    private static int open(PackagedApplication production, String secret, String role, String name) throws Exception {
        return post(
                        production,
                        "/api/v1/auth/bootstrap",
                        Map.of(
                                "secret",
                                secret,
                                "role",
                                role,
                                "username",
                                name,
                                "displayName",
                                name,
                                "password",
                                PASSWORD))
                .statusCode();
    }

    private static HttpResponse<String> login(PackagedApplication production, String name, String password)
            throws Exception {
        return post(production, "/api/v1/auth/login", Map.of("username", name, "password", password));
    }

    private static HttpResponse<String> post(PackagedApplication production, String path, Map<String, String> body)
            throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(production.address() + path))
                .header("Content-Type", "application/json")
                .header("User-Agent", "it\u00e9 {\"level\":\"forged\"}")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static int get(String address, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.discarding())
                .statusCode();
    }
}
