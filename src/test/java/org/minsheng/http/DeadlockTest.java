package org.minsheng.http;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;
import org.minsheng.support.Covers;
import org.minsheng.support.Given;

/** A request and somebody else wait for each other; the database rolls the request back. */
@QuarkusTest
class DeadlockTest {
    @Inject
    DataSource database;

    @Inject
    MeterRegistry metrics;

    private final String key = UUID.randomUUID().toString();
    private Given given;

    @BeforeEach
    void a_unit() {
        given = Given.district();
    }

    @Test
    @Covers("ASVS 2.3.3")
    void the_request_is_tried_again_under_its_key_and_has_one_effect() throws Exception {
        double before = retried();
        CompletableFuture<Response> asked;
        try (Connection other = busy()) {
            hold(other);
            asked = CompletableFuture.supplyAsync(this::rename);
            // the request holds its key and is about to want the unit
            Awaitility.await().until(() -> isHeld(other));
            collide(other);
            Awaitility.await().until(() -> retried() > before);
            other.rollback();
        }
        asked.join().then().statusCode(200).body("name", equalTo("改名"));
        rename().then().statusCode(200).header("Idempotency-Replayed", equalTo("true"));
        assertEquals(1, count("select count(*) from ledger_event where action = 'unit.renamed' and subject_id = ?"));
        assertEquals(1, count("select version from unit where id = ?"));
    }

    @Test
    void it_is_tried_three_times_more_and_then_told_to_come_back() throws Exception {
        double before = retried();
        CompletableFuture<Response> asked;
        try (Connection other = busy()) {
            hold(other);
            asked = CompletableFuture.supplyAsync(this::rename);
            for (int attempt = 0; attempt < 4; attempt++) {
                Awaitility.await().until(() -> isHeld(other));
                collide(other);
            }
            asked.join()
                    .then()
                    .statusCode(503)
                    .header("Retry-After", equalTo("1"))
                    .body("code", equalTo("service.busy"));
            other.rollback();
        }
        assertEquals(3, retried() - before);
        assertEquals(0, count("select version from unit where id = ?"));
        rename().then().statusCode(200);
    }

    @Test
    void who_waits_too_long_for_a_row_is_told_to_come_back() throws Exception {
        try (Connection other = busy()) {
            hold(other);
            rename().then()
                    .statusCode(503)
                    .time(lessThan(6000L))
                    .header("Retry-After", equalTo("1"))
                    .body("code", equalTo("service.busy"));
            other.rollback();
        }
        rename().then().statusCode(200);
    }

    private Response rename() {
        return As.json("sysadmin", Map.of("name", "改名", "validFrom", "2026-01-01"))
                .header("Idempotency-Key", key)
                .header("If-Match", "\"v0\"")
                .post("/api/v1/units/" + given.bureau() + "/renaming");
    }

    /** It has changed so much that the database rolls the other one back. */
    private Connection busy() throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into idempotency_key (owner, request_hash, created_at) values (?, ?, now())")) {
            for (int i = 0; i < 200; i++) {
                insert.setBytes(1, Sha256.of(key + i));
                insert.setBytes(2, Sha256.of(key));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return connection;
    }

    private void hold(Connection other) throws SQLException {
        try (PreparedStatement select = other.prepareStatement("select id from unit where id = ? for update")) {
            select.setBytes(1, bureau());
            select.executeQuery();
        }
    }

    private boolean isHeld(Connection other) throws SQLException {
        try {
            own(other, " nowait");
            return false;
        } catch (SQLException held) {
            return true;
        }
    }

    private void collide(Connection other) throws SQLException {
        own(other, "");
    }

    /** The row of the request's key, there or not. */
    private void own(Connection other, String how) throws SQLException {
        try (PreparedStatement select =
                other.prepareStatement("select owner from idempotency_key where owner = ? for update" + how)) {
            select.setBytes(1, Sha256.of("sysadmin\n" + key));
            select.executeQuery();
        }
    }

    private byte[] bureau() {
        UUID id = UUID.fromString(given.bureau());
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setBytes(1, bureau());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private double retried() {
        return metrics.get("minsheng.deadlocks.retried").counter().count();
    }
}
