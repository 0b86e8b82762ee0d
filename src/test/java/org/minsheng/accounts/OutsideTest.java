package org.minsheng.accounts;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.minsheng.http.Refusal;
import org.minsheng.support.As;
import org.minsheng.support.AtOnce;
import org.minsheng.support.Covers;
import org.minsheng.support.TestIssuer;

/** Signing in by another issuer (统一身份认证). */
@QuarkusTest
class OutsideTest {
    private static final String ISSUER = ConfigProvider.getConfig()
            .getValue("minsheng.outside.keys", String.class)
            .replace("/keys", "");

    private final String subject = UUID.randomUUID().toString();

    @Test
    @Covers({"ASVS 6.8.1", "ASVS 10.3.2", "ASVS 10.3.3"})
    void who_is_bound_signs_in_with_the_roles_of_their_account() {
        Person person = bound("audit-admin");
        Map<String, Object> claims = claims();
        claims.put("groups", List.of("system-admin", "supervisor"));
        claims.put("preferred_username", "sysadmin");
        String token = signIn(claims)
                .statusCode(200)
                .body("duties", hasSize(0))
                .extract()
                .path("accessToken");
        Person.with(token)
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("username", equalTo(person.name()))
                .body("roles", equalTo(List.of("audit-admin")))
                .body("duties", hasSize(0));
    }

    @Test
    void a_token_opens_one_session() {
        bound("audit-admin");
        String idToken = signed(claims());
        login(Map.of("idToken", idToken)).statusCode(200);
        login(Map.of("idToken", idToken)).statusCode(401).body("code", equalTo("auth.outside-refused"));
    }

    @Test
    @Covers("ASVS 2.3.2")
    void a_token_that_comes_eight_times_at_once_opens_one_session() {
        bound("audit-admin");
        String idToken = signed(claims());
        assertEquals(
                List.of(200, 401, 401, 401, 401, 401, 401, 401),
                AtOnce.statuses(8, caller -> login(Map.of("idToken", idToken))));
    }

    @Test
    @Covers({"ASVS 6.8.2", "ASVS 10.3.4"})
    void nobody_gets_in_with_a_token_that_is_not_meant_for_us() {
        bound("audit-admin");
        long now = Instant.now().getEpochSecond();
        Map<String, Object> wrong = new HashMap<>();
        wrong.put("iss", "https://sso.example/realms/other");
        wrong.put("aud", "another-front-end");
        wrong.put("azp", "another-front-end");
        wrong.put("exp", now - 120);
        wrong.put("iat", now - 600);
        wrong.put("sub", UUID.randomUUID().toString());
        wrong.forEach((claim, value) -> {
            Map<String, Object> claims = claims();
            claims.put(claim, value);
            signIn(claims).statusCode(401).body("code", equalTo("auth.outside-refused"));
        });
        for (String claim : List.of("iss", "aud", "exp", "iat", "sub")) {
            Map<String, Object> claims = claims();
            claims.remove(claim);
            signIn(claims).statusCode(401).body("code", equalTo("auth.outside-refused"));
        }
        Map<String, Object> future = claims();
        future.put("iat", now + 600);
        signIn(future).statusCode(401);
        signIn(claims()).statusCode(200);
    }

    @Test
    @Covers("ASVS 6.8.2")
    void a_token_with_another_signature_is_refused() {
        bound("audit-admin");
        String good = signed(claims());
        String[] parts = good.split("\\.");
        String none = "eyJhbGciOiJub25lIn0." + parts[1] + ".";
        String swapped = parts[0] + "." + signed(Map.of("sub", "x")).split("\\.")[1] + "." + parts[2];
        String ours = As.token("ducha");
        for (String forged : List.of(none, swapped, ours, "x", parts[0] + "." + parts[1]))
            login(Map.of("idToken", forged)).statusCode(401).body("code", equalTo("auth.outside-refused"));
    }

    @Test
    void the_issuers_next_key_is_found_without_a_restart() {
        bound("audit-admin");
        signIn(claims()).statusCode(200);
        given().post(ISSUER + "/change").then().statusCode(200);
        // keys that were read a moment ago are not read again at once
        await().atMost(Duration.ofMillis(10 * OutsideIssuer.KEYS_REST_MILLIS))
                .untilAsserted(() -> signIn(claims()).statusCode(200));
    }

    @Test
    @Covers("ASVS 7.4.2")
    void disabled_locked_and_unbound_are_answered_like_unknown() {
        Person person = bound("audit-admin");
        for (int i = 0; i < Credentials.FAILURES; i++) person.login("wrong").statusCode(401);
        signIn(claims()).statusCode(401).body("code", equalTo("auth.outside-refused"));
        As.person("secadmin")
                .post("/api/v1/accounts/" + person.id() + "/unlocking")
                .then()
                .statusCode(204);
        signIn(claims()).statusCode(200);

        As.person("sysadmin")
                .header("If-Match", "\"v1\"")
                .post("/api/v1/accounts/" + person.id() + "/disabling")
                .then()
                .statusCode(200);
        signIn(claims()).statusCode(401).body("code", equalTo("auth.outside-refused"));
    }

    @Test
    void unbinding_ends_what_was_opened() {
        Person person = bound("audit-admin");
        String token = signIn(claims()).statusCode(200).extract().path("accessToken");
        As.person("auditor")
                .get("/api/v1/accounts/" + person.id() + "/access")
                .then()
                .body("outsideSubject", equalTo(subject));
        As.person("secadmin")
                .delete("/api/v1/accounts/" + person.id() + "/outside-identity")
                .then()
                .statusCode(204);
        Person.with(token).get("/api/v1/me").then().statusCode(401);
        signIn(claims()).statusCode(401);
        As.person("secadmin")
                .delete("/api/v1/accounts/" + person.id() + "/outside-identity")
                .then()
                .statusCode(404);
    }

    @Test
    @Covers("ASVS 6.8.1")
    void one_subject_is_one_account_and_nobody_binds_themselves() {
        bound("audit-admin");
        Person other = Person.opened("audit-admin");
        bind("secadmin", other.id()).statusCode(409).body("errors[0].pointer", equalTo("/subject"));
        String own = As.person("secadmin").get("/api/v1/me").path("id");
        bind("secadmin", own).statusCode(403);
        bind("sysadmin", other.id()).statusCode(403);
    }

    @Test
    @Covers({"ASVS 6.8.4", "ASVS 10.3.4"})
    void our_second_factor_is_asked_for_where_the_issuer_saw_none() {
        Person person = Person.settled("audit-admin");
        bind("secadmin", person.id()).statusCode(204);
        SecondFactorTest.set(person.token());
        signIn(claims()).statusCode(401).body("code", equalTo("auth.code-needed"));
        Map<String, Object> factored = claims();
        factored.put("amr", List.of("pwd", "otp"));
        signIn(factored).statusCode(200);
    }

    @Test
    @Covers({"ASVS 15.3.2", "ASVS 16.5.2"})
    void a_silent_or_moved_issuer_is_told_of_and_a_plain_address_is_refused_at_the_start() {
        OutsideIssuer silent = new OutsideIssuer(settings(URI.create("http://127.0.0.1:9/keys")), Clock.systemUTC());
        Refusal refused = assertThrows(Refusal.class, () -> silent.verify(signed(claims())));
        assertEquals(503, refused.status());
        OutsideIssuer moved = new OutsideIssuer(settings(URI.create(ISSUER + "/moved")), Clock.systemUTC());
        assertEquals(
                503,
                assertThrows(Refusal.class, () -> moved.verify(signed(claims())))
                        .status());
        URI plain = URI.create("http://sso.example/keys");
        assertThrows(IllegalStateException.class, () -> new OutsideIssuer(settings(plain), Clock.systemUTC()));
    }

    private Person bound(String role) {
        Person person = Person.opened(role);
        bind("secadmin", person.id()).statusCode(204);
        return person;
    }

    private ValidatableResponse bind(String by, String account) {
        return As.json(by, Map.of("subject", subject))
                .put("/api/v1/accounts/" + account + "/outside-identity")
                .then();
    }

    private Map<String, Object> claims() {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> claims = new HashMap<>();
        claims.put("iss", TestIssuer.NAME);
        claims.put("aud", TestIssuer.AUDIENCE);
        claims.put("azp", TestIssuer.AUDIENCE);
        claims.put("sub", subject);
        claims.put("iat", now);
        claims.put("exp", now + 300);
        claims.put("jti", UUID.randomUUID().toString());
        return claims;
    }

    private static String signed(Map<String, Object> claims) {
        return given().contentType("application/json")
                .body(claims)
                .post(ISSUER + "/sign")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static ValidatableResponse signIn(Map<String, Object> claims) {
        return login(Map.of("idToken", signed(claims)));
    }

    private static ValidatableResponse login(Map<String, Object> body) {
        return Person.nobody(body).post("/api/v1/auth/outside-login").then();
    }

    private static OutsideConfig settings(URI keys) {
        return new OutsideConfig() {
            @Override
            public Optional<String> issuer() {
                return Optional.of(TestIssuer.NAME);
            }

            @Override
            public Optional<URI> keys() {
                return Optional.of(keys);
            }

            @Override
            public Optional<String> audience() {
                return Optional.of(TestIssuer.AUDIENCE);
            }

            @Override
            public Set<String> algorithms() {
                return Set.of("RS256");
            }

            @Override
            public Set<String> factor() {
                return Set.of("otp");
            }

            @Override
            public Duration age() {
                return Duration.ofMinutes(5);
            }
        };
    }
}
