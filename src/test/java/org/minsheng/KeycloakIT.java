package org.minsheng;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.support.Covers;
import org.minsheng.support.Keycloak;
import org.minsheng.support.PackagedApplication;

/** People of a real Keycloak sign in to a packaged installation: {@code mvn verify -Pslow}. */
@Tag("slow")
class KeycloakIT {
    private PackagedApplication server;

    @TempDir
    Path folder;

    @Test
    @Covers({"ASVS 6.8.1", "ASVS 6.8.2", "ASVS 10.3.1", "ASVS 10.3.3"})
    void who_keycloak_knows_has_the_roles_that_we_gave_and_its_next_key_is_found() throws Exception {
        try (Keycloak keycloak = new Keycloak()) {
            keycloak.awaitReady();
            try (PackagedApplication demo = PackagedApplication.demo(
                    folder,
                    "-Dminsheng.demo.history=false",
                    "-Dminsheng.outside.issuer=" + keycloak.issuer(),
                    "-Dminsheng.outside.keys=" + keycloak.keys(),
                    "-Dminsheng.outside.audience=" + Keycloak.CLIENT)) {
                demo.awaitWelcome();
                server = demo;
                nobody_signs_in_who_is_not_bound(keycloak);
                bind("ybj-reporter", claim(keycloak.token("id_token"), "sub"));
                assertEquals(List.of("reporter"), rolesOf(signedIn(keycloak.token("id_token"))));
                only_id_tokens_open_a_session_and_each_opens_one(keycloak);
                roles_change_here_whatever_keycloak_says(keycloak);

                String before = header(keycloak.token("id_token"), "kid");
                keycloak.changeKey();
                String next = keycloak.token("id_token");
                assertNotEquals(before, header(next, "kid"));
                signedIn(next);
            }
        }
    }

    private void nobody_signs_in_who_is_not_bound(Keycloak keycloak) {
        outside(keycloak.token("id_token")).statusCode(401).body("code", equalTo("auth.outside-refused"));
    }

    private void only_id_tokens_open_a_session_and_each_opens_one(Keycloak keycloak) {
        outside(keycloak.token("access_token")).statusCode(401);
        outside(keycloak.token("refresh_token")).statusCode(401);
        String once = keycloak.token("id_token");
        outside(once).statusCode(200);
        outside(once).statusCode(401);
    }

    private void roles_change_here_whatever_keycloak_says(Keycloak keycloak) {
        String account = accountOf("ybj-reporter");
        given().header("Authorization", "Bearer " + signIn("secadmin"))
                .header("If-Match", etagOf(account))
                .contentType("application/json")
                .body(Map.of("roles", List.of("observer")))
                .put(server.address() + "/api/v1/accounts/" + account + "/roles")
                .then()
                .statusCode(200);
        assertEquals(List.of("observer"), rolesOf(signedIn(keycloak.token("id_token"))));
    }

    private void bind(String username, String subject) {
        given().header("Authorization", "Bearer " + signIn("secadmin"))
                .contentType("application/json")
                .body(Map.of("subject", subject))
                .put(server.address() + "/api/v1/accounts/" + accountOf(username) + "/outside-identity")
                .then()
                .statusCode(204);
    }

    private String accountOf(String username) {
        return given().header("Authorization", "Bearer " + signIn("secadmin"))
                .get(server.address() + "/api/v1/accounts?q=" + username)
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
    }

    private String etagOf(String account) {
        return given().header("Authorization", "Bearer " + signIn("secadmin"))
                .get(server.address() + "/api/v1/accounts/" + account)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    private String signIn(String username) {
        return given().contentType("application/json")
                .body(Map.of("username", username, "password", "Demo-2026-Yanzhou"))
                .post(server.address() + "/api/v1/auth/login")
                .then()
                .statusCode(200)
                .extract()
                .path("accessToken");
    }

    private String signedIn(String idToken) {
        return outside(idToken).statusCode(200).extract().path("accessToken");
    }

    private ValidatableResponse outside(String token) {
        return given().contentType("application/json")
                .body(Map.of("idToken", token))
                .post(server.address() + "/api/v1/auth/outside-login")
                .then();
    }

    private List<String> rolesOf(String accessToken) {
        return given().header("Authorization", "Bearer " + accessToken)
                .get(server.address() + "/api/v1/me")
                .then()
                .statusCode(200)
                .extract()
                .path("roles");
    }

    private static String claim(String token, String name) throws Exception {
        return part(token, 1).get(name).toString();
    }

    private static String header(String token, String name) throws Exception {
        return part(token, 0).get(name).toString();
    }

    private static Map<String, Object> part(String token, int index) throws Exception {
        byte[] json = Base64.getUrlDecoder().decode(token.split("\\.")[index]);
        return JsonUtil.parseJson(new String(json, StandardCharsets.UTF_8));
    }
}
