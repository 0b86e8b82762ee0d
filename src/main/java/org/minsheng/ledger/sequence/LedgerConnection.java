package org.minsheng.ledger.sequence;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The sequencer's own connection to the database: busy requests do not hold it up. */
@Singleton
class LedgerConnection {
    /**
     * A leader that is stopped in the middle of a round loses its lock after ten seconds, because the server ends the silent
     * connection; whoever waits for that lock asks again after two.
     */
    private static final String SESSION = "set session wait_timeout = 10, innodb_lock_wait_timeout = 2";

    /** Where the URL does not say so: a leader that waits for ever leads no more, and nobody learns of it. */
    private static final int PATIENCE = 6000;

    private final String url;
    private final Properties login = new Properties();
    private Connection open;

    LedgerConnection(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> username,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
        this.url = url;
        login.setProperty("connectTimeout", "2000");
        login.setProperty("socketTimeout", String.valueOf(PATIENCE));
        username.ifPresent(u -> login.setProperty("user", u));
        password.ifPresent(p -> login.setProperty("password", p));
    }

    boolean isOpen() {
        return open != null;
    }

    Connection get() throws SQLException {
        if (open == null) {
            Connection fresh = DriverManager.getConnection(url, login);
            try (Statement statement = fresh.createStatement()) {
                statement.execute(SESSION);
                fresh.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                fresh.setAutoCommit(false);
            }
            open = fresh;
        }
        return open;
    }

    /** Whatever was not committed never happened. */
    void drop() {
        try (Connection last = open) {
            open = null;
            if (last != null) last.rollback();
        } catch (SQLException alreadyGone) {
            // the server has ended it, and its transaction with it
        }
    }
}
