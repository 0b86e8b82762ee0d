package org.minsheng.accounts;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.minsheng.accounts.secrets.PasswordConfig;
import org.minsheng.accounts.secrets.Passwords;
import org.minsheng.db.Fault;
import org.minsheng.db.Ids;
import org.minsheng.support.As;
import org.minsheng.support.Covers;

/** What guessing costs: the account that is guessed at, and nobody else. */
@QuarkusTest
class GuessingTest {
    @Inject
    EntityManager database;

    @Inject
    Credentials credentials;

    @Test
    @Covers({"ASVS 6.3.1", "GB/T 22239 8.1.4.1 b"})
    void the_fifth_failure_counts_while_the_first_is_younger_than_fifteen_minutes() {
        Instant first = Instant.parse("2026-03-01T00:00:00Z");
        for (Duration later : List.of(Credentials.LOCK.minusNanos(1000), Credentials.LOCK)) {
            UUID person = UUID.fromString(Person.settled("audit-admin").id());
            for (int i = 0; i < 4; i++) assertEquals(false, fails(person, first.plusSeconds(i)));
            boolean within = later.compareTo(Credentials.LOCK) < 0;
            assertEquals(within, fails(person, first.plus(later)));
            if (within) continue;
            // the window begins anew with the fifth
            for (int i = 1; i < 4; i++)
                assertEquals(false, fails(person, first.plus(later).plusSeconds(i)));
            assertEquals(true, fails(person, first.plus(later).plusSeconds(4)));
        }
    }

    @Test
    @Covers({"ASVS 6.3.1", "GB/T 22239 8.1.4.1 b"})
    void a_wrong_present_password_counts_like_one_at_the_door() {
        Person person = Person.settled("audit-admin");
        String token = person.token();
        for (int i = 0; i < 5; i++)
            person.changePassword(token, "wrong", "Six-Other-Fields-8").statusCode(422);
        As.person("secadmin")
                .get("/api/v1/accounts/" + person.id() + "/access")
                .then()
                .body("lockedUntil", notNullValue());
        person.changePassword(token, Person.PASSWORD, "Six-Other-Fields-8").statusCode(422);
        person.login(Person.PASSWORD).statusCode(401);
    }

    /** Seven hashes are made for a change; whoever waits for one would hold a connection too. */
    @Test
    @Covers("ASVS 15.2.2")
    void no_row_is_held_while_a_hash_is_made() throws Exception {
        Person person = Person.settled("audit-admin");
        String token = person.token();
        makeCostly(person);
        CompletableFuture<Integer> change =
                CompletableFuture.supplyAsync(() -> person.changePassword(token, Person.PASSWORD, "Six-Other-Fields-8")
                        .extract()
                        .statusCode());
        List<Boolean> free = new ArrayList<>();
        await().pollInSameThread()
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(60))
                .until(() -> {
                    free.add(isFree(person));
                    return change.isDone();
                });
        assertEquals(204, change.get());
        assertTrue(free.size() > 10 && Collections.frequency(free, true) > free.size() / 2, free.toString());
    }

    private boolean isFree(Person person) {
        try {
            QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                            "select 1 from credential where account_id = ?1 for update nowait")
                    .setParameter(1, Ids.bytes(UUID.fromString(person.id())))
                    .getResultList());
            return true;
        } catch (RuntimeException held) {
            if (!Fault.isLockHeld(held)) throw held;
            return false;
        }
    }

    /** As if the installation had made the hash when it could afford half a second for each. */
    private void makeCostly(Person person) {
        PasswordConfig costly = new SmallRyeConfigBuilder()
                .withMapping(PasswordConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withDefaultValue("minsheng.passwords.passes", "24")
                .build()
                .getConfigMapping(PasswordConfig.class);
        String hash = new Passwords(costly).hash(Person.PASSWORD);
        QuarkusTransaction.requiringNew()
                .run(() -> database.find(Credential.class, UUID.fromString(person.id())).passwordHash = hash);
    }

    private boolean fails(UUID person, Instant now) {
        return QuarkusTransaction.requiringNew().call(() -> credentials.failed(person, now));
    }
}
