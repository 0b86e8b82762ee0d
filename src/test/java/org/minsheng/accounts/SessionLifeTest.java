package org.minsheng.accounts;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minsheng.http.Sha256;
import org.minsheng.support.As;
import org.minsheng.support.Covers;

@QuarkusTest
class SessionLifeTest {
    @Inject
    EntityManager database;

    @Inject
    OldSessions old;

    private Person person;

    @BeforeEach
    void settle() {
        person = Person.settled("audit-admin");
    }

    @Test
    @Covers({"ASVS 7.3.1", "GB/T 22239 8.1.4.1 b"})
    void a_session_that_was_idle_for_a_quarter_of_an_hour_has_ended_and_a_telephones_has_not() {
        String desk = opened("BODY").path("refreshToken");
        String telephone = opened("MOBILE").path("refreshToken");
        age("usedAt", Duration.ofMinutes(15).plusSeconds(1));
        Person.refresh(desk, "desk").statusCode(401).body("code", equalTo("auth.session-ended"));
        telephone = Person.refresh(telephone, "phone").statusCode(200).extract().path("refreshToken");
        age("usedAt", Duration.ofDays(7).plusSeconds(1));
        Person.refresh(telephone, "phone").statusCode(401);
    }

    @Test
    @Covers({"ASVS 7.3.2", "ASVS 10.4.8"})
    void a_session_ends_at_its_longest_however_busy_it_is() {
        String token = opened("BODY").path("refreshToken");
        age("expiresAt", Duration.ofHours(12).minusMinutes(1));
        token = Person.refresh(token, "desk").statusCode(200).extract().path("refreshToken");
        age("expiresAt", Duration.ofMinutes(1));
        Person.refresh(token, "desk").statusCode(401).body("code", equalTo("auth.session-ended"));
    }

    @Test
    @Covers({"ASVS 7.2.3", "GB/T 22239 8.1.4.8 b"})
    void a_refresh_token_holds_256_random_bits_and_only_a_digest_is_kept() {
        String token = opened("BODY").path("refreshToken");
        // its session, the bits, our mark
        assertEquals(16 + 32 + 16, Base64.getUrlDecoder().decode(token).length);
        byte[] kept = QuarkusTransaction.requiringNew().call(() -> database.createQuery(
                        "select s.refreshHash from Session s where s.accountId = :account order by s.createdAt desc",
                        byte[].class)
                .setParameter("account", UUID.fromString(person.id()))
                .setMaxResults(1)
                .getSingleResult());
        assertArrayEquals(Sha256.of(token), kept);
    }

    @Test
    @Covers({"ASVS 4.1.3", "ASVS 15.3.4"})
    void an_address_is_that_of_the_connection_whatever_headers_say() {
        String token = As.nobody()
                .contentType("application/json")
                .body(Map.of("username", person.name(), "password", Person.PASSWORD))
                .header("X-Forwarded-For", "203.0.113.9")
                .header("Forwarded", "for=203.0.113.9;proto=https;host=evil.example")
                .header("X-Real-IP", "203.0.113.9")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-User-Id", "sysadmin")
                .post("/api/v1/auth/login")
                .then()
                .statusCode(200)
                .extract()
                .path("accessToken");
        Person.with(token)
                .get("/api/v1/me/sessions")
                .then()
                .body("items.find { it.current }.address", equalTo("127.0.0.1"))
                .body("items.address.unique()", hasSize(1));
    }

    @Test
    @Covers({"ASVS 7.4.5", "ASVS 10.4.9"})
    void the_security_administrator_ends_all_sessions_of_an_account() {
        var tokens = opened("BODY");
        As.person("secadmin")
                .delete("/api/v1/accounts/" + person.id() + "/sessions")
                .then()
                .statusCode(204);
        Person.with(tokens.path("accessToken")).get("/api/v1/me").then().statusCode(401);
        Person.refresh(tokens.path("refreshToken"), "desk").statusCode(401);
        As.person("sysadmin")
                .delete("/api/v1/accounts/" + person.id() + "/sessions")
                .then()
                .statusCode(403);
    }

    @Test
    @Covers({"ASVS 14.2.4", "GB/T 22239 8.1.4.11 a"})
    void a_week_after_its_end_nothing_is_left_of_a_session() {
        Person.with(opened("BODY").path("accessToken"))
                .post("/api/v1/auth/logout")
                .then()
                .statusCode(204);
        opened("BODY");
        Instant now = Instant.now();
        Instant week = now.minus(Duration.ofDays(7));
        long all = kept();
        put("endedAt = :then where s.endedAt is not null", week.plusSeconds(60));
        old.forget(now);
        assertEquals(all, kept());
        put("endedAt = :then where s.endedAt is not null", week.minusSeconds(1));
        old.forget(now);
        assertEquals(all - 1, kept());
        // one that was never signed out has ended with its twelve hours
        put("expiresAt = :then where s.endedAt is null", week.minusSeconds(1));
        old.forget(now);
        assertEquals(0, kept());
    }

    private void put(String what, Instant then) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createQuery("update Session s set s." + what + " and s.accountId = :account")
                        .setParameter("then", then)
                        .setParameter("account", UUID.fromString(person.id()))
                        .executeUpdate());
    }

    private long kept() {
        return QuarkusTransaction.requiringNew().call(() -> database.createQuery(
                        "select count(*) from Session s where s.accountId = :account", Long.class)
                .setParameter("account", UUID.fromString(person.id()))
                .getSingleResult());
    }

    private ExtractableResponse<Response> opened(String transport) {
        return person.login(Map.of("password", Person.PASSWORD, "transport", transport))
                .statusCode(200)
                .extract();
    }

    /** As if it had happened, or were to happen, so much earlier. */
    private void age(String field, Duration by) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (Session session : database.createQuery(
                            "from Session s where s.accountId = :account and s.endedAt is null", Session.class)
                    .setParameter("account", UUID.fromString(person.id()))
                    .getResultList())
                switch (field) {
                    case "usedAt" -> session.usedAt = Instant.now().minus(by);
                    default -> session.expiresAt = session.expiresAt.minus(by);
                }
        });
    }
}
