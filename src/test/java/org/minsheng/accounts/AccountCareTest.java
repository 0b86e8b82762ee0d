package org.minsheng.accounts;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minsheng.access.Role;
import org.minsheng.db.Ids;
import org.minsheng.support.As;
import org.minsheng.support.Covers;
import org.minsheng.support.Given;

@QuarkusTest
class AccountCareTest {
    @Inject
    StaleAccounts stale;

    @Inject
    RefusedRequests refused;

    @Inject
    Accounts accounts;

    @Inject
    EntityManager database;

    @Test
    void where_administrators_are_there_no_secret_opens_another() {
        Person.nobody(Map.of(
                        "secret", "0".repeat(32),
                        "role", "system-admin",
                        "username", "intruder",
                        "displayName", "Intruder",
                        "password", Person.PASSWORD))
                .post("/api/v1/auth/bootstrap")
                .then()
                .statusCode(401)
                .body("code", equalTo("auth.failed"));
    }

    @Test
    @Covers("GB/T 22239 8.1.4.2 c")
    void an_account_that_nobody_used_for_ninety_days_is_disabled_and_the_last_administrator_is_not() {
        Person person = Person.settled("audit-admin");
        String token = person.token();
        Instant now = Instant.now();
        QuarkusTransaction.requiringNew().run(() -> {
            Credential credential = database.find(Credential.class, UUID.fromString(person.id()));
            credential.usedAt = now.minus(Duration.ofDays(91));
            credential.passwordSetAt = credential.usedAt;
        });
        assertEquals(1, stale.disable(now));
        assertEquals(0, stale.disable(now));
        Person.with(token).get("/api/v1/me").then().statusCode(401);
        person.login(Person.PASSWORD).statusCode(401);
        As.person("sysadmin")
                .get("/api/v1/accounts/" + person.id())
                .then()
                .statusCode(200)
                .body("status", equalTo("DISABLED"));
    }

    @Test
    @Covers({"ASVS 14.2.4", "GB/T 22239 8.1.4.11 b"})
    void the_erasure_of_a_persons_values_reaches_their_refused_requests_and_nobody_elses() {
        Given given = Given.district();
        String wanted = given.person("reporter", given.bureau());
        String other = given.person("reporter", given.bureau());
        String agent = "eraser-" + UUID.randomUUID();
        for (String name : List.of(wanted, other))
            As.person(name)
                    .header("User-Agent", agent)
                    .get("/api/v1/ledger/entries")
                    .then()
                    .statusCode(403);
        As.nobody().header("User-Agent", agent).get("/api/v1/me").then().statusCode(401);
        refused.write();
        assertEquals(3, programs(agent));
        UUID account = QuarkusTransaction.requiringNew()
                .call(() -> accounts.byUsername(wanted).orElseThrow().id());
        String keeper = given.person("security-admin", given.office());
        As.json(keeper, Map.of("kind", "ACCOUNT", "id", account, "reason", "本人书面申请"))
                .post("/api/v1/ledger/erasures")
                .then()
                .statusCode(200);
        assertEquals(2, programs(agent));
        assertEquals(0, valuesOf(account));
    }

    private long programs(String agent) {
        return count("select count(*) from ledger_private p where p.value = ?1", agent);
    }

    /** Names, addresses, programs of whatever they did. */
    private long valuesOf(UUID account) {
        return count("""
                select count(*) from ledger_private p join ledger_event e on e.event_id = p.event_id
                where e.actor_id = ?1""", Ids.bytes(account));
    }

    private long count(String query, Object parameter) {
        return QuarkusTransaction.requiringNew().call(() -> ((Number) database.createNativeQuery(query)
                        .setParameter(1, parameter)
                        .getSingleResult())
                .longValue());
    }

    /** In a transaction that is taken back, in which nobody else is left. */
    @Test
    @Covers("GB/T 22239 8.1.4.2 c")
    void of_two_unused_administrators_who_are_the_only_ones_one_stays() {
        Set<UUID> two = Set.of(
                UUID.fromString(Person.settled("audit-admin").id()),
                UUID.fromString(Person.settled("audit-admin").id()));
        Instant now = Instant.now();
        QuarkusTransaction.begin();
        try {
            database.createQuery("update Account a set a.status = DISABLED where a.id not in :two")
                    .setParameter("two", two)
                    .executeUpdate();
            for (UUID one : two) {
                Credential credential = database.find(Credential.class, one);
                credential.usedAt = now.minus(Duration.ofDays(91));
                credential.passwordSetAt = credential.usedAt;
            }
            assertEquals(1, stale.disable(now));
            assertEquals(1, accounts.activeWith(Role.AUDIT_ADMIN));
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    @Covers("ASVS 16.3.2")
    void refused_requests_are_counted_in_the_security_log() {
        refused.write(); // apart from what others tried from this address
        String agent = "knocker-" + UUID.randomUUID();
        for (int i = 0; i < 7; i++)
            As.nobody().header("User-Agent", agent).get("/api/v1/me").then().statusCode(401);
        refused.write();
        Object body = QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery("""
                        select e.body from ledger_event e join ledger_private p on p.event_id = e.event_id
                        where e.action = 'request.refused' and p.value = ?1 limit 1""", String.class)
                .setParameter(1, agent)
                .getSingleResult());
        assertTrue(body.toString().contains("\"GET /api/v1/me\""), body.toString());
    }
}
