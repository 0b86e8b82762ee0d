package org.minsheng.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.minsheng.db.EmbeddedDatabase;

/**
 * The database of every {@code @QuarkusTest}, named once here and by no test: an empty embedded MariaDB, or the real
 * MySQL of QUARKUS_DATASOURCE_JDBC_URL.
 */
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
public class TestDatabase implements QuarkusTestResourceLifecycleManager {
    public static final Path JAR = Path.of("target", "embedded-database", "mariadb.jar");

    /** Where the demo unpacks it too: it takes four seconds, once. */
    public static final Path PROGRAMS = Path.of(System.getProperty("user.home"), ".minsheng-ledger");

    private static final Path FOLDER = Path.of("target", "test-database");
    private TestWitness witness;
    private TestIssuer issuer;
    private TestScanner scanner;
    private final EmbeddedDatabase database = EmbeddedDatabase.disposable(JAR, PROGRAMS, FOLDER);

    @Override
    public Map<String, String> start() {
        try {
            Map<String, String> settings = new HashMap<>(TestSecrets.in(FOLDER));
            witness = new TestWitness();
            settings.put("minsheng.ledger.witnesses.npc.url", witness.url());
            settings.put("minsheng.ledger.witnesses.npc.key", witness.key());
            issuer = new TestIssuer();
            settings.put("minsheng.outside.issuer", TestIssuer.NAME);
            settings.put("minsheng.outside.audience", TestIssuer.AUDIENCE);
            settings.put("minsheng.outside.keys", issuer.url() + "/keys");
            scanner = new TestScanner();
            settings.put("minsheng.scanner.clamd", scanner.address());
            if (System.getenv("QUARKUS_DATASOURCE_JDBC_URL") == null) {
                EmbeddedDatabase.Running running = database.start();
                empty(running);
                settings.put("quarkus.datasource.jdbc.url", running.jdbcUrl());
                settings.put("quarkus.datasource.username", running.user());
                settings.put("quarkus.datasource.password", running.password());
            }
            return settings;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void stop() {
        try {
            witness.close();
            issuer.close();
            scanner.close();
            database.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    // quicker than a new installation
    private static void empty(EmbeddedDatabase.Running running) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(running.jdbcUrl(), running.user(), running.password());
                Statement statement = connection.createStatement()) {
            statement.execute("drop database minsheng");
            statement.execute("create database minsheng");
        }
    }

    /** A connection of who owns the tables, who is another one than the application where the server has accounts. */
    public static Connection owner() throws SQLException {
        Config config = ConfigProvider.getConfig();
        String url = config.getValue("quarkus.datasource.jdbc.url", String.class);
        for (String account : List.of("minsheng.migration", "quarkus.datasource")) {
            Optional<String> user = config.getOptionalValue(account + ".username", String.class);
            if (user.isPresent())
                return DriverManager.getConnection(
                        url, user.get(), config.getValue(account + ".password", String.class));
        }
        throw new IllegalStateException("no account");
    }
}
