package org.minsheng.accounts;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;
import org.minsheng.support.Covers;

/** What the audit administrator is told of access: each event once, in its order, about the account that it concerns. */
@QuarkusTest
class SecurityStreamTest {
    @Inject
    EntityManager database;

    @Inject
    RefusedRequests refused;

    @Test
    @Covers("ASVS 16.3.1")
    void what_people_do_about_their_own_access_is_told() {
        Person person = Person.settled("audit-admin");
        String token = person.token();
        SecondFactorTest.set(token);
        Person.with(token).delete("/api/v1/me/second-factor").then().statusCode(204);
        Person.with(token, Map.of("password", Person.PASSWORD))
                .post("/api/v1/auth/step-up")
                .then()
                .statusCode(204);
        Person.with(token).post("/api/v1/auth/logout").then().statusCode(204);
        assertEquals(
                List.of(
                        "session.opened",
                        "password.changed",
                        "session.opened",
                        "factor.set",
                        "factor.removed",
                        "session.proven",
                        "session.ended"),
                told(person));
    }

    @Test
    void a_refresh_token_in_two_hands_is_told() {
        Person person = Person.settled("audit-admin");
        String used = person.login(Person.PASSWORD).extract().path("refreshToken");
        Person.refresh(used, "desk").statusCode(200);
        Person.refresh(used, "thief").statusCode(401);
        assertEquals(List.of("session.opened", "password.changed", "session.opened", "session.reused"), told(person));
    }

    @Test
    void what_administrators_do_about_it_is_told_with_who_did_it() {
        Person person = Person.settled("audit-admin");
        SecondFactorTest.set(person.token());
        for (int i = 0; i < 5; i++) person.login("wrong").statusCode(401);
        by("secadmin", "POST", person, "/unlocking");
        by("secadmin", "DELETE", person, "/second-factor");
        by("secadmin", "DELETE", person, "/sessions");
        String administrator =
                As.person("secadmin").get("/api/v1/me").then().extract().path("id");
        assertEquals(
                List.of("account.granted", "account.unlocked", "factor.reset", "session.ended"),
                QuarkusTransaction.requiringNew().call(() -> database.createQuery(
                                "select e.action from LedgerEvent e where e.actorId = :actor and (e.subjectId = :account or e.body like :about) order by e.id",
                                String.class)
                        .setParameter("actor", UUID.fromString(administrator))
                        .setParameter("account", UUID.fromString(person.id()))
                        .setParameter("about", "%\"account\":\"" + person.id() + "\"%")
                        .getResultList()));
    }

    @Test
    @Covers("ASVS 16.3.2")
    void a_door_that_is_not_for_ones_role_is_told() {
        Person person = Person.settled("audit-admin");
        String token = person.token();
        Person.with(token, Map.of("code", "x", "type", "GOVERNMENT", "name", "x"))
                .post("/api/v1/units")
                .then()
                .statusCode(403);
        // counted when the answer is on its way
        await().untilAsserted(() -> {
            refused.write();
            String bodies = String.join("\n", refusedTo(person));
            assertTrue(bodies.contains("\"403\"") && bodies.contains("\"POST /api/v1/units\""), bodies);
        });
    }

    private List<String> refusedTo(Person person) {
        return QuarkusTransaction.requiringNew().call(() -> database.createQuery(
                        "select e.body from LedgerEvent e where e.action = 'request.refused' and e.body like :account",
                        String.class)
                .setParameter("account", "%" + person.id() + "%")
                .getResultList());
    }

    private static void by(String administrator, String method, Person person, String what) {
        As.person(administrator)
                .request(method, "/api/v1/accounts/" + person.id() + what)
                .then()
                .statusCode(204);
    }

    private List<String> told(Person person) {
        return QuarkusTransaction.requiringNew().call(() -> database.createQuery(
                        "select e.action from LedgerEvent e where e.subjectType = 'security-event' and e.body like :account order by e.id",
                        String.class)
                .setParameter("account", "%\"account\":\"" + person.id() + "\"%")
                .getResultList());
    }
}
