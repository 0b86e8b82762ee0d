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

/** Where the application runs under an account of its own, what is recorded cannot be changed through it. */
@QuarkusTest
class LedgerRightsTest {
    private static final int NOT_ALLOWED = 1142;

    @Inject
    AgroalDataSource database;

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
                "update flyway_schema_history set success = 0"
            })
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
