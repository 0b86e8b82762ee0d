package org.minsheng.ledger.sequence;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.minsheng.ledger.proof.NoteSigner;
import org.minsheng.time.Time;

/**
 * Puts what is recorded into one order, on every instance: whoever gets the lock of the state's row leads for one round. A
 * round that dies anywhere leaves the log as it was.
 */
@ApplicationScoped
public class Sequencer {
    private static final Logger LOG = Logger.getLogger(Sequencer.class);
    private static final int AFTER_EVERYTHING = 5000;

    private final LedgerConnection connection;
    private final LedgerConfig config;
    private final LedgerKeys keys;
    private final Succession succession;
    private final Instance<Sightings> others;
    private final Event<LedgerGrown> growth;
    private final Clock clock;
    private final Pin pin;
    private final AtomicLong alarms = new AtomicLong();
    private Thread thread;
    private volatile boolean stopped;
    private volatile LedgerProgress progress = LedgerProgress.NONE;
    private boolean compared;
    private LedgerProgress.Refused refusal;

    Sequencer(
            LedgerConnection connection,
            LedgerConfig config,
            LedgerKeys keys,
            Succession succession,
            Instance<Sightings> others,
            Event<LedgerGrown> growth,
            Clock clock) {
        this.connection = connection;
        this.config = config;
        this.keys = keys;
        this.succession = succession;
        this.others = others;
        this.growth = growth;
        this.clock = clock;
        this.pin = new Pin(config.pinFile());
    }

    void start(@Observes @Priority(AFTER_EVERYTHING) StartupEvent event) {
        thread = new Thread(this::work, "ledger-sequencer");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        LockSupport.unpark(thread);
        thread.join(5000);
    }

    public LedgerProgress progress() {
        return progress;
    }

    /** Bodies that were found changed when they got their place. */
    public long alarms() {
        return alarms.get();
    }

    /** A witness has signed another log by this name, or more of it than there is now: as bad as a pin that is not reached. */
    public void sawAnotherLog(String witness, String origin, long size) {
        LOG.errorf("ALARM: the witness %s has signed %d entries of %s that are not ours", witness, size, origin);
        succession.isLost(origin, size);
    }

    private void work() {
        boolean failing = false;
        while (!stopped) {
            try {
                step();
                failing = false;
            } catch (SQLException | RuntimeException failed) {
                // while it lasts readiness tells of it; the log needs it once
                if (!failing) LOG.warn("the ledger's sequencer starts again: " + failed.getMessage(), failed);
                failing = true;
                connection.drop();
            }
            LockSupport.parkNanos(config.every().toNanos());
        }
        connection.drop();
    }

    private void step() throws SQLException {
        boolean fresh = !connection.isOpen();
        State state = State.read(connection.get(), false);
        // a backup that was loaded into a running database is treated like one found at the start
        boolean shorter = state.frontier.size() < progress.size();
        if (shorter || !compared) compare();
        Connection database = connection.get();
        if (fresh || shorter || succession.isNew(state)) refusal = succession.check(database, state, pin);
        look(database);
        if (refusal == LedgerProgress.Refused.RESTORED) return;
        int placed;
        do {
            boolean due = isCheckpointDue();
            if (progress.pending() == 0 && !due) return;
            placed = round(database, due);
            look(database);
        } while (placed > 0 && !stopped);
    }

    /** While others are asked the silent connection may end. */
    private void compare() {
        connection.drop();
        others.forEach(Sightings::compare);
        compared = true;
    }

    private int round(Connection database, boolean isDue) throws SQLException {
        State state = State.read(database, true);
        if (state.frontier.size() < progress.size()) throw new IllegalStateException("the log has become shorter");
        if (state.key == null) {
            state.key = keys.wanted(null).key();
            for (NoteSigner signer : keys.signers(state.key)) Round.begin(database, signer.key(), 0);
            state.write(database);
        }
        Round round = new Round(database, state, Time.now(clock));
        int placed = round.run();
        boolean due = isDue && state.frontier.size() > progress.signed() && succession.maySign(state);
        String note = due ? sign(database, state) : null;
        database.commit();
        alarms.addAndGet(round.alarms());
        if (note != null) pin.set(note);
        return placed;
    }

    private String sign(Connection database, State state) throws SQLException {
        List<NoteSigner> signers = keys.signers(state.key);
        refusal = signers.isEmpty() ? LedgerProgress.Refused.KEY_UNKNOWN : null;
        if (signers.isEmpty()) return null;
        return Checkpoints.sign(database, state, signers, Time.now(clock));
    }

    private boolean isCheckpointDue() {
        LedgerProgress now = progress;
        if (now.pending() == 0 && now.size() == now.signed()) return false;
        return now.signedAt() == null
                || !Time.now(clock).isBefore(now.signedAt().plus(config.checkpointEvery()));
    }

    /** One statement tells it all; the other instances' work too. */
    private void look(Connection database) throws SQLException {
        try (PreparedStatement select = database.prepareStatement("""
                        select s.size, (select count(*) from (select 1 from ledger_pending limit 10000) p),
                          (select e.occurred_at from ledger_pending p join ledger_event e on e.id = p.event_pk
                            order by p.event_pk limit 1), c.size, c.created_at
                          from ledger_state s left join ledger_checkpoint c on c.size = (select max(size) from ledger_checkpoint)
                         where s.id = 1""");
                ResultSet row = select.executeQuery()) {
            row.next();
            long before = progress.size();
            progress = new LedgerProgress(
                    row.getLong(1), row.getInt(2), instant(row, 3), row.getLong(4), instant(row, 5), refusal);
            if (progress.size() != before) growth.fire(new LedgerGrown(progress.size()));
        }
        database.commit();
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        LocalDateTime at = row.getObject(column, LocalDateTime.class);
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }
}
