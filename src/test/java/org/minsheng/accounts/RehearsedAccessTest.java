package org.minsheng.accounts;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;
import org.minsheng.support.Covers;

/** Who asks for a rehearsal must not get more than who does not: what access itself does is never taken back. */
@QuarkusTest
class RehearsedAccessTest {
    private Person person;

    @BeforeEach
    void settle() {
        person = Person.settled("audit-admin");
    }

    @Test
    @Covers({"ASVS 6.3.1", "GB/T 22239 8.1.4.1 b"})
    void rehearsed_guesses_count_and_lock_the_account() {
        for (int i = 0; i < 5; i++) rehearsed(login("wrong"), 401);
        person.login(Person.PASSWORD).statusCode(401);
        As.person("secadmin")
                .get("/api/v1/accounts/" + person.id() + "/access")
                .then()
                .body("lockedUntil", notNullValue());
    }

    @Test
    @Covers("ASVS 6.3.1")
    void rehearsed_guesses_within_a_session_count_too() {
        String token = person.token();
        for (int i = 0; i < 3; i++)
            Person.with(token, Map.of("password", "wrong"))
                    .header("Prefer", "handling=dry-run")
                    .post("/api/v1/auth/step-up")
                    .then()
                    .statusCode(422);
        for (int i = 0; i < 2; i++)
            Person.with(token, Map.of("currentPassword", "wrong", "newPassword", "Six-Other-Fields-8"))
                    .header("Prefer", "handling=dry-run")
                    .put("/api/v1/me/password")
                    .then()
                    .statusCode(422);
        person.login(Person.PASSWORD).statusCode(401);
    }

    @Test
    @Covers("ASVS 10.4.5")
    void a_rehearsed_refresh_uses_its_token_up() {
        String used = person.login(Person.PASSWORD).extract().path("refreshToken");
        String next = rehearsed(
                        Person.nobody(Map.of("refreshToken", used))
                                .header("User-Agent", "desk")
                                .header("Prefer", "handling=dry-run")
                                .post("/api/v1/auth/refresh")
                                .then(),
                        200)
                .extract()
                .path("refreshToken");
        Person.refresh(next, "desk").statusCode(200);
        Person.refresh(used, "desk").statusCode(401).body("code", equalTo("session.reused"));
    }

    @Test
    void a_rehearsed_sign_in_is_one() {
        String token = rehearsed(login(Person.PASSWORD), 200).extract().path("accessToken");
        Person.with(token).get("/api/v1/me").then().statusCode(200);
    }

    private ValidatableResponse login(String password) {
        return Person.nobody(Map.of("username", person.name(), "password", password))
                .header("Prefer", "handling=dry-run")
                .post("/api/v1/auth/login")
                .then();
    }

    private static ValidatableResponse rehearsed(ValidatableResponse answer, int status) {
        return answer.statusCode(status).header("Preference-Applied", nullValue());
    }
}
