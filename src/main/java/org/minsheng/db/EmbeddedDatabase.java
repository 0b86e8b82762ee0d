package org.minsheng.db;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import com.mysql.cj.jdbc.Driver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A MariaDB of our own for the demo and the tests: unpacked and installed once, on the loopback device only, with a
 * password of its own. It ends with the JVM, however that ends.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    public record Running(String jdbcUrl, String user, String password) {}

    // the garbage collector closes files nobody holds, and with the lock's file the lock
    private static final Set<EmbeddedDatabase> STARTED = ConcurrentHashMap.newKeySet();

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Each has its reason in application.properties; only the first two belong to the embedded database alone. */
    private static final String PARAMETERS = "?sslMode=DISABLED&allowPublicKeyRetrieval=true"
            + "&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true"
            + "&connectTimeout=2000&socketTimeout=6000&tcpKeepAlive=true"
            + "&rewriteBatchedStatements=true&useServerPrepStmts=true"
            + "&cachePrepStmts=true&prepStmtCacheSqlLimit=8192&prepStmtCacheSize=500"
            + "&sessionVariables=max_statement_time=5";

    private final Path jar;
    private final Path programs;
    private final Path data;
    private final boolean durable;
    private DatabaseFolder folder;
    private Process process;

    private EmbeddedDatabase(Path jar, Path programs, Path data, boolean durable) {
        this.jar = jar;
        this.programs = programs;
        this.data = data.toAbsolutePath();
        this.durable = durable;
    }

    /** Every commit is on the disk. */
    public static EmbeddedDatabase durable(Path jar, Path programs, Path data) {
        return new EmbeddedDatabase(jar, programs, data, true);
    }

    /** Faster; loses the last second when the machine loses power. */
    public static EmbeddedDatabase disposable(Path jar, Path programs, Path data) {
        return new EmbeddedDatabase(jar, programs, data, false);
    }

    public Running start() throws IOException {
        folder = DatabaseFolder.take(data);
        STARTED.add(this);
        try {
            MariaDbServer server = new MariaDbServer(MariaDbBinaries.unpack(jar, programs), folder);
            if (!Files.isDirectory(folder.tables())) {
                install(server);
            }
            int port = freePort();
            process = server.run(port, durable);
            String url = "jdbc:mysql://127.0.0.1:" + port + "/" + MariaDbServer.SCHEMA + PARAMETERS;
            Running running = new Running(url, MariaDbServer.USER, folder.password());
            awaitLogin(running);
            return running;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            close();
            throw new IOException("Interrupted while the database was starting.", interrupted);
        } catch (IOException | RuntimeException failed) {
            close();
            throw failed;
        }
    }

    @Override
    public void close() throws IOException {
        if (process != null) {
            process.getOutputStream().close();
            try {
                process.waitFor(20, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        if (folder != null) {
            folder.close();
        }
        STARTED.remove(this);
    }

    // an install that was cut off never gets the name "tables", so it is never taken for a whole one
    private void install(MariaDbServer server) throws IOException, InterruptedException {
        Path draft = Files.createTempDirectory(data, "install");
        server.install(draft);
        Files.move(draft, folder.tables(), ATOMIC_MOVE);
    }

    private void awaitLogin(Running running) throws IOException, InterruptedException {
        Properties login = new Properties();
        login.setProperty("user", running.user());
        login.setProperty("password", running.password());
        // the driver would set up the global OpenTelemetry, which Quarkus does later and insists on doing first
        login.setProperty("openTelemetry", "DISABLED");
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            try (Connection connection = new Driver().connect(running.jdbcUrl(), login)) {
                return;
            } catch (SQLException notYet) {
                boolean refused = "28000".equals(notYet.getSQLState());
                if (refused
                        || process.waitFor(50, TimeUnit.MILLISECONDS)
                        || Instant.now().isAfter(deadline)) {
                    throw new IOException("The database did not start; see " + folder.log() + ".", notYet);
                }
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
