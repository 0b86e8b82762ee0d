package org.minsheng.db;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is asked of the database ends before whoever asked has gone. */
@QuarkusTest
class StatementLimitTest {
    private static final int FINISHED = 0;
    private static final int BROKEN_OFF = 1;

    @Inject
    AgroalDataSource database;

    @Inject
    TransactionManager transactions;

    @Test
    void a_statement_of_three_seconds_comes_to_its_end_and_one_of_six_does_not() throws SQLException {
        try (Connection connection = database.getConnection()) {
            assertEquals(FINISHED, sleep(connection, 3));
            long began = System.nanoTime();
            assertEquals(BROKEN_OFF, sleep(connection, 6));
            assertTrue(since(began).compareTo(Duration.ofSeconds(5)) < 0);
            // it was the statement that ended and not the connection
            assertEquals(FINISHED, sleep(connection, 0));
        }
    }

    @Test
    void a_transaction_of_nine_seconds_lives_and_one_of_twelve_does_not() throws Exception {
        long began = System.nanoTime();
        QuarkusTransaction.begin();
        try {
            await().pollInSameThread()
                    .atMost(Duration.ofSeconds(12))
                    .until(() -> transactions.getStatus() != Status.STATUS_ACTIVE);
            assertTrue(since(began).compareTo(Duration.ofSeconds(9)) > 0);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /** MariaDB says so, MySQL gives another result. */
    private static int sleep(Connection connection, int seconds) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select sleep(" + seconds + ")")) {
            assertTrue(result.next());
            return result.getInt(1);
        } catch (SQLException tooLong) {
            assertEquals(Fault.BUSY, Fault.of(tooLong).orElseThrow());
            return BROKEN_OFF;
        }
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
