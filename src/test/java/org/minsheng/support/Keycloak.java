package org.minsheng.support;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/** A Keycloak of its own on the loopback interface, with the realm of {@code keycloak/gov.json}. */
public final class Keycloak implements AutoCloseable {
    public static final String CLIENT = "minsheng-front-end";
    private static final Path FOLDER = Path.of("target", "keycloak");
    private static final String ADMIN = "admin";
    private static final String PASSWORD = "Only-For-This-Test-1";

    private final int port;
    private final Process process;

    public Keycloak() throws IOException {
        port = PackagedApplication.freePort();
        Path home;
        try (Stream<Path> unpacked = Files.list(FOLDER)) {
            home = unpacked.filter(Files::isDirectory).findFirst().orElseThrow();
        }
        // what an earlier run has left: its keys would go on signing
        Path database = Files.createDirectories(home.resolve("data/h2"));
        try (Stream<Path> files = Files.list(database)) {
            for (Path file : files.toList()) Files.delete(file);
        }
        Path realms = Files.createDirectories(home.resolve("data/import"));
        Files.copy(
                Path.of("src/test/resources/keycloak/gov.json"),
                realms.resolve("gov.json"),
                StandardCopyOption.REPLACE_EXISTING);
        ProcessBuilder builder = new ProcessBuilder(
                        "bash",
                        home.resolve("bin/kc.sh").toAbsolutePath().toString(),
                        "start-dev",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--import-realm")
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("output.log").toFile());
        builder.environment()
                .putAll(Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN, "KC_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD));
        process = builder.start();
    }

    public void awaitReady() {
        await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .until(() -> given().get(issuer() + "/.well-known/openid-configuration")
                                .statusCode()
                        == 200);
    }

    public String issuer() {
        return "http://127.0.0.1:" + port + "/realms/gov";
    }

    public String keys() {
        return issuer() + "/protocol/openid-connect/certs";
    }

    /** What the front end gets when 张三 signs in there: {@code id_token}, {@code access_token} or {@code refresh_token}. */
    public String token(String kind) {
        return given().contentType("application/x-www-form-urlencoded")
                .formParams(Map.of(
                        "grant_type", "password",
                        "client_id", CLIENT,
                        "username", "zhangsan",
                        "password", "Gov-Sso-2026-Zhang",
                        "scope", "openid"))
                .post(issuer() + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path(kind);
    }

    /** From now on it signs with a new key. */
    public void changeKey() {
        String realm = admin().get("http://127.0.0.1:" + port + "/admin/realms/gov")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        admin().contentType("application/json")
                .body(Map.of(
                        "name", "next",
                        "providerId", "rsa-generated",
                        "providerType", "org.keycloak.keys.KeyProvider",
                        "parentId", realm,
                        "config", Map.of("priority", new String[] {"500"})))
                .post("http://127.0.0.1:" + port + "/admin/realms/gov/components")
                .then()
                .statusCode(201);
    }

    private RequestSpecification admin() {
        String token = given().contentType("application/x-www-form-urlencoded")
                .formParams(Map.of(
                        "grant_type", "password", "client_id", "admin-cli", "username", ADMIN, "password", PASSWORD))
                .post("http://127.0.0.1:" + port + "/realms/master/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        return given().header("Authorization", "Bearer " + token);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
