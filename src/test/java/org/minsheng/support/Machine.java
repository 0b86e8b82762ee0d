package org.minsheng.support;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A machine client with a secret, opened as administrators open one. */
public record Machine(String id, String secretId, String secret) {
    /** With these scopes, separated by blanks. */
    public static Machine of(String unit, String scopes) {
        String id = As.json("sysadmin", Map.of("name", "对接系统", "unitId", unit))
                .post("/api/v1/clients")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        As.json("secadmin", Map.of("scopes", List.of(scopes.split(" "))))
                .header("If-Match", "\"v0\"")
                .put("/api/v1/clients/" + id + "/scopes")
                .then()
                .statusCode(200);
        return new Machine(id, null, null).withNewSecret();
    }

    public Machine withNewSecret() {
        var made = As.person("sysadmin")
                .post("/api/v1/clients/" + id + "/secrets")
                .then()
                .statusCode(201)
                .extract();
        return new Machine(id, made.path("id"), made.path("secret"));
    }

    public String token() {
        return ask(null).then().statusCode(200).extract().path("access_token");
    }

    public Response ask(String scope) {
        RequestSpecification form = given().contentType("application/x-www-form-urlencoded")
                .auth()
                .preemptive()
                .basic(id, secret)
                .formParam("grant_type", "client_credentials");
        if (scope != null) form.formParam("scope", scope);
        return form.post("/api/v1/auth/token");
    }

    public RequestSpecification asks() {
        return with(token());
    }

    public static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token)
                .header("Accept-Language", "en")
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }
}
