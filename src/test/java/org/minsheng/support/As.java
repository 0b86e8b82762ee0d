package org.minsheng.support;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Requests of known people, with real tokens. */
public final class As {
    public static final String PASSWORD = "Demo-2026-Yanzhou";

    private record Kept(String token, Instant at) {}

    private static final Map<String, Kept> TOKENS = new ConcurrentHashMap<>();

    /** Younger than what needs a fresh proof, and than an access token. */
    private static final Duration FRESH = Duration.ofMinutes(4);

    private static final KeptContract CONTRACT = new KeptContract();

    private As() {}

    public static RequestSpecification person(String username) {
        return person(username, "en");
    }

    public static RequestSpecification person(String username, String language) {
        return anyone().header("Authorization", "Bearer " + token(username)).header("Accept-Language", language);
    }

    /** A valid access token, not older than a few minutes. */
    public static String token(String username) {
        return TOKENS.compute(
                        username,
                        (name, kept) ->
                                kept != null && kept.at.isAfter(Instant.now().minus(FRESH))
                                        ? kept
                                        : new Kept(login(name, PASSWORD), Instant.now()))
                .token;
    }

    /** A new account whose password was made up by another: its owner signs in and chooses the usual one. */
    public static void settle(String username, String madeUp) {
        String token = login(username, madeUp);
        given().header("Authorization", "Bearer " + token)
                .contentType(ContentType.JSON)
                .body(Map.of("currentPassword", madeUp, "newPassword", PASSWORD))
                .put("/api/v1/me/password")
                .then()
                .statusCode(204);
        TOKENS.put(username, new Kept(token, Instant.now()));
    }

    /** The same person signed in anew, after their roles have changed. */
    public static String again(String username) {
        TOKENS.remove(username);
        return username;
    }

    public static RequestSpecification nobody() {
        return anyone().header("Accept-Language", "en");
    }

    private static RequestSpecification anyone() {
        return given().filter(CONTRACT);
    }

    public static RequestSpecification json(String username, Object body) {
        return person(username).contentType(ContentType.JSON).body(body);
    }

    public static String login(String username, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", password))
                .post("/api/v1/auth/login")
                .then()
                .statusCode(200)
                .extract()
                .path("accessToken");
    }
}
