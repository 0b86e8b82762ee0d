package org.minsheng.accounts;

import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.minsheng.accounts.secrets.Totp;
import org.minsheng.support.As;
import org.minsheng.support.AtOnce;
import org.minsheng.support.Covers;
import org.minsheng.support.Given;
import org.minsheng.support.Machine;

/** What is counted about access, counted by callers who all come in the same moment. */
@QuarkusTest
class SimultaneousAccessTest {
    private static final int CALLERS = 8;

    @Test
    @Covers("ASVS 2.3.2")
    void of_eight_sign_ins_at_once_three_sessions_live() {
        Person person = Person.settled("audit-admin");
        List<String> tokens = AtOnce.answers(CALLERS, caller -> person.token());
        long alive = tokens.stream()
                .filter(token -> Person.with(token).get("/api/v1/me").statusCode() == 200)
                .count();
        assertEquals(3, alive);
        As.person("secadmin")
                .get("/api/v1/accounts/" + person.id() + "/access")
                .then()
                .body("sessions", hasSize(3));
    }

    @Test
    @Covers("ASVS 2.3.2")
    void of_eight_secrets_asked_for_at_once_a_client_gets_the_one_it_may_have() {
        Machine client = Machine.of(Given.district().bureau(), "client:read");
        As.token("sysadmin");
        assertEquals(one(201, 409), AtOnce.statuses(CALLERS, caller -> As.person("sysadmin")
                .post("/api/v1/clients/" + client.id() + "/secrets")
                .then()));
        As.person("sysadmin").get("/api/v1/clients/" + client.id()).then().body("secrets", hasSize(2));
    }

    @Test
    @Covers("ASVS 2.3.2")
    void one_person_of_the_other_issuer_is_bound_to_one_account_of_four() {
        String subject = UUID.randomUUID().toString();
        List<Person> people =
                Stream.generate(() -> Person.opened("audit-admin")).limit(4).toList();
        As.token("secadmin");
        assertEquals(
                List.of(204, 409, 409, 409),
                AtOnce.statuses(4, caller -> bind(people.get(caller).id(), subject)));
    }

    @Test
    @Covers("ASVS 2.3.2")
    void one_account_is_bound_to_one_person_of_those_who_come_at_once() {
        Person person = Person.opened("audit-admin");
        As.token("secadmin");
        assertEquals(
                Collections.nCopies(CALLERS, 204),
                AtOnce.statuses(CALLERS, caller -> bind(person.id(), person.name() + caller)));
        As.person("secadmin")
                .get("/api/v1/accounts/" + person.id() + "/access")
                .then()
                .body("outsideSubject", notNullValue());
    }

    @Test
    @Covers({"ASVS 2.3.2", "ASVS 6.5.1"})
    void a_code_that_comes_four_times_at_once_opens_one_session() {
        Person person = Person.settled("audit-admin");
        String token = person.token();
        byte[] seed = SecondFactorTest.set(token);
        List<String> recovery = Person.with(token)
                .post("/api/v1/me/recovery-codes")
                .then()
                .statusCode(200)
                .extract()
                .path("recoveryCodes");
        for (String code : List.of(recovery.get(0), Totp.code(seed, Instant.now())))
            assertEquals(
                    List.of(200, 401, 401, 401),
                    AtOnce.statuses(4, caller -> person.login(Map.of("password", Person.PASSWORD, "code", code))));
    }

    @Test
    @Covers("ASVS 2.3.2")
    void one_name_is_given_to_one_account() {
        String name = "n" + UUID.randomUUID().toString().substring(0, 8);
        As.token("sysadmin");
        assertEquals(one(201, 409), AtOnce.statuses(CALLERS, caller -> As.json(
                        "sysadmin", Map.of("username", name, "displayName", "No. " + caller))
                .post("/api/v1/accounts")
                .then()));
    }

    private static ValidatableResponse bind(String account, String subject) {
        return As.json("secadmin", Map.of("subject", subject))
                .put("/api/v1/accounts/" + account + "/outside-identity")
                .then();
    }

    private static List<Integer> one(int won, int lost) {
        return Stream.concat(Stream.of(won), Collections.nCopies(CALLERS - 1, lost).stream())
                .toList();
    }
}
