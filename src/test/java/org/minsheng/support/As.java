package org.minsheng.support;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Requests of known people, with real tokens. */
public final class As {
    public static final String PASSWORD = "Demo-2026-Yanzhou";
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private static final KeptContract CONTRACT = new KeptContract();

    private As() {}

    public static RequestSpecification person(String username) {
        return person(username, "en");
    }

    public static RequestSpecification person(String username, String language) {
        return anyone().header("Authorization", "Bearer " + TOKENS.computeIfAbsent(username, As::login))
                .header("Accept-Language", language);
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

    private static String login(String username) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", PASSWORD))
                .post("/api/v1/auth/login")
                .then()
                .statusCode(200)
                .extract()
                .path("accessToken");
    }
}
