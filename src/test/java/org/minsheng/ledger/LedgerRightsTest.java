package org.minsheng.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minsheng.support.Covers;
import org.minsheng.support.Sealing;
import org.minsheng.support.TestDatabase;

/** Where the application runs under an account of its own, what is recorded cannot be changed through it. */
@QuarkusTest
class LedgerRightsTest {
    private static final int NOT_ALLOWED = 1142;
    private static final String SIGNALLED = "45000";

    @Inject
    AgroalDataSource database;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_event set action = 'x' limit 1",
                "delete from ledger_event limit 1",
                "replace into ledger_event select * from ledger_event limit 1",
                "update ledger_sequence set idx = idx + 1 limit 1",
                "delete from ledger_checkpoint limit 1",
                "update ledger_key set from_size = 7 limit 1"
            })
    @Covers({"ASVS 16.4.2", "GB/T 22239 8.1.4.3 c"})
    void not_even_who_owns_the_tables_changes_them_by_mistake(String statement) throws SQLException {
        Sealing.awaited();
        try (Connection connection = TestDatabase.owner();
                Statement sql = connection.createStatement()) {
            SQLException refused = assertThrows(SQLException.class, () -> sql.execute(statement));
            assertEquals(SIGNALLED, refused.getSQLState(), refused.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_event set action = 'x'",
                "delete from ledger_event",
                "replace into ledger_event select * from ledger_event",
                "truncate table ledger_event",
                "drop table ledger_event",
                "alter table ledger_event drop column body",
                "update ledger_private set value = 'x'",
                "update ledger_sequence set idx = idx + 1",
                "delete from ledger_sequence",
                "update ledger_node set hash = ''",
                "delete from ledger_checkpoint",
                "update ledger_checkpoint set note = 'x'",
                "delete from ledger_cosignature",
                "update ledger_key set from_size = 0",
                "delete from ledger_state",
                "update flyway_schema_history set success = 0"
            })
    @Covers({"ASVS 13.2.1", "ASVS 13.2.2", "ASVS 16.4.2", "GB/T 22239 8.1.4.3 c", "GB/T 22239 8.1.4.3 d"})
    void the_running_account_cannot(String statement) throws SQLException {
        assumeTrue(
                ConfigProvider.getConfig()
                        .getOptionalValue("minsheng.migration.username", String.class)
                        .isPresent(),
                "one account does everything here");
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            SQLException refused = assertThrows(SQLException.class, () -> sql.execute(statement));
            assertEquals(NOT_ALLOWED, refused.getErrorCode(), refused.getMessage());
        }
    }
}
