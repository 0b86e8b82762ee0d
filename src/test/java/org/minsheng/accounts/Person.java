package org.minsheng.accounts;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.minsheng.support.As;

/** Somebody new with an account of their own, for one test. */
record Person(String id, String name, String oneTimePassword) {
    static final String PASSWORD = "Nine-Wheat-Fields-7";

    /** Opened and granted, but the password is still the administrator's. */
    static Person opened(String role) {
        String name = "p" + UUID.randomUUID().toString().substring(0, 8);
        var account = As.json("sysadmin", Map.of("username", name, "displayName", "Somebody"))
                .post("/api/v1/accounts")
                .then()
                .statusCode(201)
                .extract();
        Person person = new Person(account.path("id"), name, account.path("initialPassword"));
        person.grant(role);
        return person;
    }

    /** With a password of their own. */
    static Person settled(String role) {
        Person person = opened(role);
        String token =
                person.login(person.oneTimePassword).statusCode(200).extract().path("accessToken");
        person.changePassword(token, person.oneTimePassword, PASSWORD).statusCode(204);
        return person;
    }

    void grant(String role) {
        As.json("secadmin", Map.of("roles", List.of(role)))
                .header("If-Match", "\"v0\"")
                .put("/api/v1/accounts/" + id + "/roles")
                .then()
                .statusCode(200);
    }

    ValidatableResponse login(String password) {
        return login(Map.of("password", password));
    }

    ValidatableResponse login(Map<String, String> more) {
        Map<String, String> body = new HashMap<>(more);
        body.put("username", name);
        return nobody(body).post("/api/v1/auth/login").then();
    }

    String token() {
        return login(PASSWORD).statusCode(200).extract().path("accessToken");
    }

    ValidatableResponse changePassword(String token, String from, String to) {
        return with(token)
                .contentType(ContentType.JSON)
                .body(Map.of("currentPassword", from, "newPassword", to))
                .put("/api/v1/me/password")
                .then();
    }

    static ValidatableResponse refresh(Object token, String agent) {
        return nobody(Map.of("refreshToken", token))
                .header("User-Agent", agent)
                .post("/api/v1/auth/refresh")
                .then();
    }

    static RequestSpecification nobody(Object body) {
        return As.nobody().contentType(ContentType.JSON).body(body);
    }

    static RequestSpecification with(String token) {
        return As.nobody().header("Authorization", "Bearer " + token);
    }

    static RequestSpecification with(String token, Object body) {
        return with(token).contentType(ContentType.JSON).body(body);
    }
}
