package org.minsheng.access;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How many rows each table has; each change that means something is a row of the ledger too. */
final class Rows {
    /** What the log does by itself, and what counts refusals. */
    private static final Set<String> ITSELF = Set.of(
            "ledger_pending",
            "ledger_sequence",
            "ledger_state",
            "ledger_node",
            "ledger_checkpoint",
            "ledger_cosignature");

    private Rows() {}

    static Map<String, Long> counted() {
        try (Connection connection =
                        Arc.container().instance(AgroalDataSource.class).get().getConnection();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet found = statement.executeQuery(
                    "select table_name from information_schema.tables where table_schema = database()")) {
                while (found.next()) tables.add(found.getString(1));
            }
            Map<String, Long> counts = new TreeMap<>();
            for (String table : tables) {
                if (ITSELF.contains(table) || table.startsWith("flyway")) continue;
                String of = table.equals("ledger_event")
                        ? table + " where action <> 'request.refused'"
                        : table.equals("ledger_private")
                                ? table + " where event_id not in"
                                        + " (select event_id from ledger_event where action = 'request.refused')"
                                : table;
                try (ResultSet count = statement.executeQuery("select count(*) from " + of)) {
                    count.next();
                    counts.put(table, count.getLong(1));
                }
            }
            return counts;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
