package org.minsheng.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * The second net under the ledger: triggers that refuse to change or remove what is recorded, whoever asks. The first are
 * the rights of the running account ({@link Grants}); neither makes a proof, that is the log's.
 */
final class AppendOnly {
    private static final Logger LOG = Logger.getLogger(AppendOnly.class);
    private static final int NEEDS_SUPER = 1419;
    private static final List<String> TABLES = List.of(
            "ledger_event", "ledger_sequence", "ledger_node", "ledger_checkpoint", "ledger_key", "ledger_cosignature");
    private final String url;

    AppendOnly(String url) {
        this.url = url;
    }

    void guard(Properties owner) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, owner);
                Statement statement = connection.createStatement()) {
            Set<String> present = present(statement);
            for (String table : TABLES)
                for (String change : List.of("update", "delete")) {
                    String name = table + "_no_" + change;
                    if (!present.contains(name))
                        statement.execute(
                                "create trigger %s before %s on %s for each row signal sqlstate '45000' set message_text = 'the ledger is append-only'"
                                        .formatted(name, change, table));
                }
        } catch (SQLException refused) {
            if (refused.getErrorCode() != NEEDS_SUPER) throw refused;
            LOG.warn(
                    "The database does not let the migrating account create triggers while it writes a binary log, so the"
                            + " ledger's second net is missing: set log_bin_trust_function_creators=1 for one start.");
        }
    }

    private static Set<String> present(Statement statement) throws SQLException {
        Set<String> names = new HashSet<>();
        try (ResultSet rows = statement.executeQuery(
                "select trigger_name from information_schema.triggers where trigger_schema = database()")) {
            while (rows.next()) names.add(rows.getString(1));
        }
        return names;
    }
}
