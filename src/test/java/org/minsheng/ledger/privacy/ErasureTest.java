package org.minsheng.ledger.privacy;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minsheng.db.Ids;
import org.minsheng.support.As;
import org.minsheng.support.Covers;
import org.minsheng.support.Given;
import org.minsheng.support.Sealing;

/** What is personal can be forgotten, and the log holds as before. */
@QuarkusTest
class ErasureTest {
    @Inject
    EntityManager database;

    @Test
    @Covers({"ASVS 14.2.4", "GB/T 22239 8.1.4.11 b"})
    void a_persons_name_is_forgotten_wherever_they_acted_and_nothing_else() {
        Given given = Given.district();
        given.programme(2027);
        UUID account = accountOf(given.supervisor());
        // signed in, chose a password, drew up a programme
        assertEquals(3, names(account));
        erase("ACCOUNT", account).body("values", greaterThan(1));
        assertEquals(0, names(account));
        erase("ACCOUNT", account).body("values", equalTo(0));

        Sealing.awaited();
        String index = As.person("auditor")
                .get("/api/v1/ledger/entries?limit=1&subjectType=erasure")
                .then()
                .body("items[0].action", equalTo("personal-values.erased"))
                .extract()
                .path("items[0].index")
                .toString();
        As.person("auditor")
                .get("/api/v1/ledger/entries/" + index)
                .then()
                .body("body", containsString(account.toString()))
                .body("body", not(containsString(given.supervisor())));
    }

    @Test
    @Covers("GB/T 22239 8.1.4.11 b")
    void only_the_security_administrator_erases_and_gives_a_reason() {
        Map<String, Object> wanted = Map.of("kind", "ACCOUNT", "id", UUID.randomUUID(), "reason", "x");
        As.json("ducha", wanted).post("/api/v1/ledger/erasures").then().statusCode(403);
        As.json("secadmin", Map.of("kind", "ACCOUNT", "id", UUID.randomUUID()))
                .post("/api/v1/ledger/erasures")
                .then()
                .statusCode(400);
    }

    private io.restassured.response.ValidatableResponse erase(String kind, UUID id) {
        return As.json("secadmin", Map.of("kind", kind, "id", id, "reason", "本人书面申请"))
                .post("/api/v1/ledger/erasures")
                .then()
                .statusCode(200);
    }

    private UUID accountOf(String username) {
        return database.createQuery("select a.id from Account a where a.username = :username", UUID.class)
                .setParameter("username", username)
                .getSingleResult();
    }

    private long names(UUID actor) {
        return ((Number) database.createNativeQuery("""
                        select count(*) from ledger_private p join ledger_event e on e.event_id = p.event_id
                        where e.actor_id = ?1 and p.path = '/actor/name'""")
                        .setParameter(1, Ids.bytes(actor))
                        .getSingleResult())
                .longValue();
    }
}
