package org.minsheng.accounts;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;
import org.minsheng.support.Breached;
import org.minsheng.support.Covers;

@QuarkusTest
class PasswordLifeTest {
    @Inject
    EntityManager database;

    @Test
    @Covers({"ASVS 6.2.2", "ASVS 6.4.1"})
    void a_password_of_the_administrator_is_good_for_nothing_but_its_change() {
        Person person = Person.opened("audit-admin");
        String token = person.login(person.oneTimePassword())
                .statusCode(200)
                .body("duties", contains("PASSWORD"))
                .extract()
                .path("accessToken");
        Person.with(token).get("/api/v1/me").then().statusCode(200).body("duties", contains("PASSWORD"));
        Person.with(token).get("/api/v1/units").then().statusCode(403).body("code", equalTo("auth.password-first"));
        person.changePassword(token, person.oneTimePassword(), Person.PASSWORD).statusCode(204);
        Person.with(token).get("/api/v1/units").then().statusCode(200);
        person.login(person.oneTimePassword()).statusCode(401);
        person.login(Person.PASSWORD).statusCode(200).body("duties", empty());
    }

    @Test
    @Covers("ASVS 6.4.1")
    void a_one_time_password_dies_after_a_day() {
        Person person = Person.opened("audit-admin");
        age(person, "passwordUntil", Duration.ofHours(24));
        person.login(person.oneTimePassword()).statusCode(401).body("code", equalTo("auth.failed"));
    }

    @Test
    @Covers({"ASVS 6.2.10", "GB/T 22239 8.1.4.1 a"})
    void after_ninety_days_the_password_is_to_be_changed() {
        Person person = Person.settled("audit-admin");
        age(person, "passwordSetAt", Duration.ofDays(90).plusSeconds(1));
        person.login(Person.PASSWORD).statusCode(200).body("duties", contains("PASSWORD"));
    }

    @Test
    @Covers("GB/T 22239 8.1.4.1 a")
    void none_of_the_last_five_passwords_comes_back() {
        Person person = Person.settled("audit-admin");
        String token = person.token();
        String now = Person.PASSWORD;
        for (int i = 1; i <= 4; i++) {
            String next = "Other-Wheat-Fields-" + i;
            person.changePassword(token, now, next).statusCode(204);
            now = next;
        }
        person.changePassword(token, now, Person.PASSWORD)
                .statusCode(422)
                .body("errors[0].code", equalTo("account.password-used-before"))
                .body("errors[0].pointer", equalTo("/newPassword"));
        person.changePassword(token, now, "Other-Wheat-Fields-5").statusCode(204);
        person.changePassword(token, "Other-Wheat-Fields-5", Person.PASSWORD).statusCode(204);
    }

    @Test
    @Covers({"ASVS 6.2.2", "ASVS 6.2.3", "ASVS 6.2.4", "ASVS 6.2.11", "ASVS 7.4.3"})
    void a_change_needs_the_present_password_a_good_one_and_ends_the_other_sessions() {
        Person person = Person.settled("audit-admin");
        String other = person.token();
        String token = person.token();
        person.changePassword(token, "wrong", "Six-Other-Fields-8")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/currentPassword"));
        person.changePassword(token, Person.PASSWORD, "Password1234!")
                .statusCode(422)
                .body("errors[0].code", equalTo("account.password-common"));
        person.changePassword(token, Person.PASSWORD, "My-" + person.name() + "-Fields")
                .statusCode(422)
                .body("errors[0].code", equalTo("account.password-tells-names"));
        person.changePassword(token, Person.PASSWORD, "Six-Other-Fields-8").statusCode(204);
        Person.with(token).get("/api/v1/me").then().statusCode(200);
        Person.with(other).get("/api/v1/me").then().statusCode(401);
    }

    @Test
    @Covers("ASVS 6.2.12")
    void a_password_that_was_stolen_somewhere_is_taken_nowhere() {
        Person person = Person.settled("audit-admin");
        for (String stolen : List.of(Breached.STOLEN, Breached.STOLEN.replace("N", "Ｎ")))
            person.changePassword(person.token(), Person.PASSWORD, stolen)
                    .statusCode(422)
                    .body("errors[0].code", equalTo("account.password-breached"))
                    .body("errors[0].pointer", equalTo("/newPassword"));
        As.json("sysadmin", Map.of("username", "somebody", "displayName", "Somebody", "password", Breached.STOLEN))
                .post("/api/v1/accounts")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("account.password-breached"))
                .body("errors[0].pointer", equalTo("/password"));
    }

    @Test
    @Covers({"ASVS 16.3.1", "ASVS 6.3.1", "GB/T 22239 8.1.4.1 b"})
    void five_failures_lock_and_the_right_password_is_answered_like_a_wrong_one() {
        Person person = Person.settled("audit-admin");
        for (int i = 0; i < 5; i++) person.login("wrong").statusCode(401).body("code", equalTo("auth.failed"));
        person.login(Person.PASSWORD).statusCode(401).body("code", equalTo("auth.failed"));
        access(person).body("lockedUntil", notNullValue());
        assertEquals(1, recorded(person, "account.locked"));
        assertEquals(5, recorded(person, "session.failed"));
        age(person, "lockedUntil", Credentials.LOCK);
        person.login(Person.PASSWORD).statusCode(200);
    }

    @Test
    @Covers({"ASVS 6.3.1", "GB/T 22239 8.1.4.1 b"})
    void simultaneous_failures_all_count() throws Exception {
        Person person = Person.settled("audit-admin");
        var threads = Executors.newFixedThreadPool(10);
        List<Callable<Integer>> attempts = new ArrayList<>();
        for (int i = 0; i < 10; i++)
            attempts.add(() -> person.login("wrong").extract().statusCode());
        for (var attempt : threads.invokeAll(attempts)) assertEquals(401, attempt.get());
        threads.shutdown();
        access(person).body("lockedUntil", notNullValue());
        assertEquals(1, recorded(person, "account.locked"));
    }

    @Test
    @Covers("GB/T 22239 8.1.5.3")
    void the_security_administrator_unlocks_and_nobody_unlocks_themselves() {
        Person person = Person.settled("audit-admin");
        for (int i = 0; i < 5; i++) person.login("wrong");
        As.person("secadmin")
                .post("/api/v1/accounts/" + person.id() + "/unlocking")
                .then()
                .statusCode(204);
        access(person).body("lockedUntil", nullValue());
        person.login(Person.PASSWORD).statusCode(200);
        String own = As.person("secadmin").get("/api/v1/me").then().extract().path("id");
        As.person("secadmin")
                .post("/api/v1/accounts/" + own + "/unlocking")
                .then()
                .statusCode(403)
                .body("code", equalTo("account.own-access"));
    }

    @Test
    void four_failures_and_a_success_start_counting_anew() {
        Person person = Person.settled("audit-admin");
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 4; i++) person.login("wrong").statusCode(401);
            person.login(Person.PASSWORD).statusCode(200);
        }
    }

    @Test
    @Covers("ASVS 6.4.1")
    void a_reset_makes_a_one_time_password_and_ends_all_sessions() {
        Person person = Person.settled("audit-admin");
        String token = person.token();
        String madeUp = As.person("sysadmin")
                .post("/api/v1/accounts/" + person.id() + "/password-reset")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("until", notNullValue())
                .extract()
                .path("initialPassword");
        Person.with(token).get("/api/v1/me").then().statusCode(401);
        person.login(Person.PASSWORD).statusCode(401);
        person.login(madeUp).statusCode(200).body("duties", hasItem("PASSWORD"));
        assertEquals(1, recorded(person, "password.reset"));
    }

    private static io.restassured.response.ValidatableResponse access(Person person) {
        return As.person("secadmin")
                .get("/api/v1/accounts/" + person.id() + "/access")
                .then()
                .statusCode(200);
    }

    /** As if it had happened so much earlier. */
    private void age(Person person, String field, Duration by) {
        QuarkusTransaction.requiringNew().run(() -> {
            Credential credential = database.find(Credential.class, UUID.fromString(person.id()));
            switch (field) {
                case "passwordUntil" -> credential.passwordUntil = credential.passwordUntil.minus(by);
                case "passwordSetAt" -> credential.passwordSetAt = Instant.now().minus(by);
                default -> credential.lockedUntil = credential.lockedUntil.minus(by);
            }
        });
    }

    private long recorded(Person person, String action) {
        return QuarkusTransaction.requiringNew().call(() -> database.createQuery(
                        "select count(*) from LedgerEvent e where e.action = :action and e.body like :account",
                        Long.class)
                .setParameter("action", action)
                .setParameter("account", "%" + person.id() + "%")
                .getSingleResult());
    }
}
