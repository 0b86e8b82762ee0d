package org.minsheng.db;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Feels every second, on a connection of its own, whether the database answers, and every ten whether it writes; at once
 * when a request has found that it does not. While it does not answer, requests need not find out one by one.
 */
@ApplicationScoped
public class Pulse {
    public enum State {
        BEATS,
        WRITES_NOTHING,
        GONE
    }

    private static final Logger LOG = Logger.getLogger(Pulse.class);
    private static final int AFTER_MIGRATION = 2;
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration EVERY_OTHERWISE = Duration.ofMillis(500);
    private static final Duration WRITES_EVERY = Duration.ofSeconds(10);
    /** What a request was refused says more than a row that has its place already, but not for long. */
    private static final Duration DOUBTS = Duration.ofSeconds(3);

    private static final int PATIENCE = 1500;
    /** One row of each instance, in a table that it may write to; only a commit tells of a log without room. */
    private static final String WRITE =
            "insert into idempotency_key (owner, request_hash, created_at) values (unhex(sha2(?, 256)), '', now(6))"
                    + " on duplicate key update created_at = now(6)";

    private final AgroalDataSource pool;
    private final String url;
    private final Properties login = new Properties();
    private final String row = "pulse " + Ids.next();
    private Thread thread;
    private Connection open;
    private long wroteAt = System.nanoTime() - WRITES_EVERY.toNanos();
    private volatile boolean stopped;
    private volatile boolean doubted;
    private volatile long refusedAt = System.nanoTime() - DOUBTS.toNanos();
    private volatile State state = State.BEATS;

    Pulse(
            AgroalDataSource pool,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> username,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
        this.pool = pool;
        this.url = UrlTimeouts.set(url, PATIENCE, "connectTimeout", "socketTimeout");
        login.setProperty("connectTimeout", String.valueOf(PATIENCE));
        login.setProperty("socketTimeout", String.valueOf(PATIENCE));
        username.ifPresent(u -> login.setProperty("user", u));
        password.ifPresent(p -> login.setProperty("password", p));
    }

    void start(@Observes @Priority(AFTER_MIGRATION) StartupEvent event) {
        thread = new Thread(this::work, "database-pulse");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        LockSupport.unpark(thread);
        thread.join(2L * PATIENCE);
    }

    public State state() {
        return state;
    }

    /** A request met this fault. */
    public void tell(Fault fault) {
        if (fault == Fault.NO_WRITES) refusedAt = System.nanoTime();
        if (state != State.BEATS || fault != Fault.NO_WRITES && fault != Fault.GONE) return;
        doubted = true;
        LockSupport.unpark(thread);
    }

    private void work() {
        while (!stopped) {
            try {
                State felt = feel();
                boolean refused = System.nanoTime() - refusedAt < DOUBTS.toNanos();
                become(felt == State.BEATS && refused ? State.WRITES_NOTHING : felt);
            } catch (RuntimeException unforeseen) {
                LOG.error("the pulse missed a beat", unforeseen);
                drop();
            }
            if (!doubted) LockSupport.parkNanos((state == State.BEATS ? EVERY : EVERY_OTHERWISE).toNanos());
        }
        drop();
    }

    private State feel() {
        boolean write = doubted || state != State.BEATS || System.nanoTime() - wroteAt >= WRITES_EVERY.toNanos();
        doubted = false;
        try {
            if (!connection().isValid(PATIENCE / 1000)) throw new SQLException("connection lost", "08000");
        } catch (SQLException failed) {
            drop();
            return State.GONE;
        }
        return write ? write() : State.BEATS;
    }

    private State write() {
        try (PreparedStatement insert = open.prepareStatement(WRITE)) {
            insert.setString(1, row);
            insert.executeUpdate();
            wroteAt = System.nanoTime();
            return State.BEATS;
        } catch (SQLException failed) {
            // behind the same address another server may have taken its place
            drop();
            Optional<Fault> fault = Fault.of(failed);
            // no table yet, no right to it: the schema is another's business
            if (fault.isEmpty() || fault.get() == Fault.BUSY || fault.get() == Fault.DEADLOCK) return State.BEATS;
            return State.WRITES_NOTHING;
        }
    }

    private void become(State now) {
        if (now == state) return;
        if (now == State.BEATS) LOG.info("the database is back");
        else LOG.warnf("the database %s", now == State.GONE ? "does not answer" : "takes no writes");
        // what the pool holds are connections of before; each would cost a request its answer
        pool.flush(FlushMode.GRACEFUL);
        state = now;
    }

    private Connection connection() throws SQLException {
        if (open == null) {
            Connection fresh = DriverManager.getConnection(url, login);
            fresh.setNetworkTimeout(Runnable::run, PATIENCE);
            open = fresh;
        }
        return open;
    }

    private void drop() {
        try (Connection last = open) {
            open = null;
        } catch (SQLException alreadyGone) {
            return; // that is why
        }
    }
}
