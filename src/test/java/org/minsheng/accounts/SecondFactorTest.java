package org.minsheng.accounts;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minsheng.accounts.secrets.Totp;
import org.minsheng.support.As;
import org.minsheng.support.Covers;

@QuarkusTest
class SecondFactorTest {
    private Person person;

    @Inject
    EntityManager database;

    @BeforeEach
    void settle() {
        person = Person.settled("audit-admin");
    }

    @Test
    @Covers("ASVS 6.6.2")
    void with_a_factor_the_password_alone_does_not_open_a_session() {
        byte[] seed = set(person.token());
        person.login(Person.PASSWORD).statusCode(401).body("code", equalTo("auth.code-needed"));
        code("000000".equals(next(seed)) ? "000001" : "000000")
                .statusCode(401)
                .body("code", equalTo("auth.code-wrong"));
        code(next(seed)).statusCode(200).body("duties", empty());
    }

    @Test
    @Covers("ASVS 6.5.1")
    void a_code_is_taken_once() {
        byte[] seed = set(person.token());
        String code = next(seed);
        code(code).statusCode(200);
        code(code).statusCode(401).body("code", equalTo("auth.code-wrong"));
    }

    @Test
    @Covers("ASVS 6.6.3")
    void five_wrong_codes_lock_like_five_wrong_passwords() {
        byte[] seed = set(person.token());
        for (int i = 0; i < 5; i++) code("12345" + i).statusCode(401);
        code(next(seed)).statusCode(401).body("code", equalTo("auth.failed"));
    }

    @Test
    @Covers("ASVS 6.5.1")
    void each_recovery_code_opens_one_session() {
        String token = person.token();
        List<String> codes = confirmed(token, begin(token)).extract().path("recoveryCodes");
        code(codes.get(0).toUpperCase()).statusCode(200);
        code(codes.get(0)).statusCode(401);
        String fresh = code(codes.get(1)).statusCode(200).extract().path("accessToken");
        Person.with(fresh)
                .post("/api/v1/me/recovery-codes")
                .then()
                .statusCode(200)
                .body("recoveryCodes", hasSize(10));
        code(codes.get(2)).statusCode(401);
    }

    @Test
    void a_factor_counts_from_its_first_code_on() {
        String token = person.token();
        begin(token);
        person.login(Person.PASSWORD).statusCode(200);
        Person.with(token, Map.of("code", "000000"))
                .post("/api/v1/me/second-factor/confirmation")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/code"));
        person.login(Person.PASSWORD).statusCode(200);
    }

    @Test
    @Covers("ASVS 6.4.4")
    void the_security_administrator_removes_a_lost_factor_and_the_password_stays() {
        String token = person.token();
        set(token);
        As.person("secadmin")
                .delete("/api/v1/accounts/" + person.id() + "/second-factor")
                .then()
                .statusCode(204);
        Person.with(token).get("/api/v1/me").then().statusCode(401);
        person.login(Person.PASSWORD).statusCode(200);
        As.person("secadmin")
                .delete("/api/v1/accounts/" + person.id() + "/second-factor")
                .then()
                .statusCode(409);
    }

    @Test
    @Covers("ASVS 7.5.1")
    void what_matters_needs_a_proof_of_the_last_five_minutes() {
        String token = person.token();
        byte[] seed = set(token);
        QuarkusTransaction.requiringNew()
                .run(() -> database.createQuery("update Session s set s.provenAt = :then where s.accountId = :account")
                        .setParameter("then", Instant.now().minusSeconds(301))
                        .setParameter("account", UUID.fromString(person.id()))
                        .executeUpdate());
        Person.with(token)
                .delete("/api/v1/me/second-factor")
                .then()
                .statusCode(401)
                .body("code", equalTo("auth.step-up-needed"))
                .header(
                        "WWW-Authenticate",
                        startsWith("Bearer realm=\"minsheng\", error=\"insufficient_user_authentication\""));
        stepUp(token, Map.of("password", "wrong", "code", next(seed))).statusCode(422);
        stepUp(token, Map.of("password", Person.PASSWORD)).statusCode(401).body("code", equalTo("auth.code-needed"));
        stepUp(token, Map.of("password", Person.PASSWORD, "code", next(seed))).statusCode(204);
        Person.with(token).delete("/api/v1/me/second-factor").then().statusCode(204);
        person.login(Person.PASSWORD).statusCode(200);
    }

    @Test
    @Covers("ASVS 6.4.3")
    void a_password_that_was_reset_still_needs_the_code() {
        byte[] seed = set(person.token());
        String madeUp = As.person("sysadmin")
                .post("/api/v1/accounts/" + person.id() + "/password-reset")
                .then()
                .statusCode(200)
                .extract()
                .path("initialPassword");
        person.login(madeUp).statusCode(401).body("code", equalTo("auth.code-needed"));
        person.login(Map.of("password", madeUp, "code", next(seed))).statusCode(200);
    }

    private static ValidatableResponse stepUp(String token, Map<String, String> given) {
        return Person.with(token, given).post("/api/v1/auth/step-up").then();
    }

    private ValidatableResponse code(String code) {
        return person.login(Map.of("password", Person.PASSWORD, "code", code));
    }

    static byte[] set(String token) {
        byte[] seed = begin(token);
        confirmed(token, seed);
        return seed;
    }

    private static byte[] begin(String token) {
        String secret = Person.with(token)
                .post("/api/v1/me/second-factor")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("uri", startsWith("otpauth://totp/"))
                .extract()
                .path("secret");
        return Base32.decode(secret + "=".repeat((8 - secret.length() % 8) % 8));
    }

    private static ValidatableResponse confirmed(String token, byte[] seed) {
        return Person.with(token, Map.of("code", Totp.code(seed, Instant.now().minusSeconds(30))))
                .post("/api/v1/me/second-factor/confirmation")
                .then()
                .statusCode(200)
                .body("recoveryCodes", hasSize(10));
    }

    /** Of the step after the one that confirmed, whichever side of its end the server is. */
    private static String next(byte[] seed) {
        return Totp.code(seed, Instant.now());
    }
}
