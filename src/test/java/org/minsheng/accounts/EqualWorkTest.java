package org.minsheng.accounts;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;
import org.minsheng.support.Covers;
import org.minsheng.support.Given;
import org.minsheng.support.Statements;

/** Whoever cannot sign in costs the same, so that no stopwatch tells who has an account and in which state. */
@QuarkusTest
class EqualWorkTest {
    /** Fewer than lock an account. */
    private static final int TRIES = 4;

    /** @param events recorded, and their personal values */
    private record Work(long statements, long transactions, long events, long values) {}

    private record Login(String username, String password) {}

    @Inject
    EntityManager database;

    @Test
    @Covers({"ASVS 6.3.1", "GB/T 22239 8.1.4.1 b"})
    void every_refused_sign_in_costs_the_same_statements_transactions_and_records() {
        Map<String, Work> work = new LinkedHashMap<>();
        logins().forEach((kind, login) -> work.put(kind, of(login)));
        Set<String> different = new TreeSet<>();
        Work unknown = work.get("unknown");
        work.forEach((kind, its) -> {
            if (!its.equals(unknown)) different.add(kind + " " + its);
        });
        assertEquals(Set.of(), different, () -> "unlike unknown, " + unknown);
        assertEquals(2, unknown.transactions);
        assertEquals(1, unknown.events);
        assertTrue(unknown.statements >= 5, unknown.toString());
    }

    private Map<String, Login> logins() {
        Map<String, Login> logins = new LinkedHashMap<>();
        logins.put("unknown", new Login("n" + UUID.randomUUID(), Person.PASSWORD));
        logins.put("wrong", new Login(Person.settled("audit-admin").name(), "wrong"));
        Given given = Given.district();
        logins.put("wrong, of a unit", new Login(given.person("reporter", given.bureau()), "wrong"));
        Person locked = Person.settled("audit-admin");
        for (int i = 0; i < Credentials.FAILURES; i++) locked.login("wrong").statusCode(401);
        both("locked", locked.name(), logins);
        Person disabled = Person.settled("audit-admin");
        As.person("sysadmin")
                .header("If-Match", "\"v1\"")
                .post("/api/v1/accounts/" + disabled.id() + "/disabling")
                .then()
                .statusCode(200);
        both("disabled", disabled.name(), logins);
        String pending = "p" + UUID.randomUUID().toString().substring(0, 8);
        As.json("sysadmin", Map.of("username", pending, "displayName", "New", "password", Person.PASSWORD))
                .post("/api/v1/accounts")
                .then()
                .statusCode(201);
        both("without a role", pending, logins);
        Person late = Person.settled("audit-admin");
        QuarkusTransaction.requiringNew()
                .run(() -> database.find(Credential.class, UUID.fromString(late.id())).passwordUntil = Instant.now());
        both("one-time and over", late.name(), logins);
        return logins;
    }

    private static void both(String kind, String name, Map<String, Login> logins) {
        logins.put(kind + ", wrong", new Login(name, "wrong"));
        logins.put(kind + ", right", new Login(name, Person.PASSWORD));
    }

    /** The least of some tries: what happens beside them only adds. */
    private Work of(Login login) {
        long statements = Long.MAX_VALUE;
        long transactions = Long.MAX_VALUE;
        Set<String> requests = new TreeSet<>();
        for (int i = 0; i < TRIES; i++) {
            if (i % 2 == 0) statements = Math.min(statements, Statements.during(() -> requests.add(refused(login))));
            else
                transactions =
                        Math.min(transactions, Statements.transactionsDuring(() -> requests.add(refused(login))));
        }
        assertEquals(TRIES, requests.size());
        String request = requests.iterator().next();
        return new Work(
                statements,
                transactions,
                count("select count(*) from ledger_event e where e.request_id = ?1", request),
                count(
                        "select count(*) from ledger_private p join ledger_event e on e.event_id = p.event_id where e.request_id = ?1",
                        request));
    }

    private static String refused(Login login) {
        return Person.nobody(Map.of("username", login.username, "password", login.password))
                .post("/api/v1/auth/login")
                .then()
                .statusCode(401)
                .body("code", equalTo("auth.failed"))
                .extract()
                .header("X-Request-Id");
    }

    private long count(String query, String request) {
        return QuarkusTransaction.requiringNew().call(() -> ((Number) database.createNativeQuery(query)
                        .setParameter(1, request)
                        .getSingleResult())
                .longValue());
    }
}
