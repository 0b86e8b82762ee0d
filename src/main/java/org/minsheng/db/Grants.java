package org.minsheng.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Where one account migrates and another one runs, the first gives the second what each table needs and no more: what the
 * ledger holds can be added to and never changed, not even by a fault in this program.
 */
final class Grants {
    private static final String USUAL = "select, insert, update, delete";
    private static final String APPEND = "select, insert";
    private static final Map<String, String> OTHERS = Map.of(
            "flyway_schema_history", "select",
            "ledger_event", APPEND,
            "ledger_pending", "select, insert, delete",
            "ledger_private", "select, insert, delete", // erasure of personal values
            "ledger_sequence", APPEND,
            "ledger_node", APPEND,
            "ledger_state", "select, update",
            "ledger_checkpoint", APPEND,
            "ledger_key", APPEND,
            "ledger_cosignature", APPEND);
    private final String url;

    Grants(String url) {
        this.url = url;
    }

    void give(Properties owner, Properties runner) throws SQLException {
        String account = accountOf(runner);
        try (Connection connection = DriverManager.getConnection(url, owner);
                Statement statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                String rights = OTHERS.getOrDefault(table, USUAL);
                statement.execute("grant " + rights + " on `" + table + "` to " + account);
            }
        }
    }

    /** The account as the server matched it, quoted: 'app'@'10.0.%'. */
    private String accountOf(Properties runner) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, runner);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select current_user()")) {
            row.next();
            String account = row.getString(1);
            int at = account.lastIndexOf('@');
            return quoted(account.substring(0, at)) + "@" + quoted(account.substring(at + 1));
        }
    }

    private static String quoted(String name) {
        return "'" + name.replace("'", "''") + "'";
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "select table_name from information_schema.tables where table_schema = database() and table_type = 'BASE TABLE'")) {
            while (rows.next()) tables.add(rows.getString(1));
        }
        return tables;
    }
}
