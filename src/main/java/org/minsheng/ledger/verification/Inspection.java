package org.minsheng.ledger.verification;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.minsheng.http.Refusal;
import org.minsheng.time.Time;

/** Checks the whole ledger, every night and when somebody asks; one check at a time. */
@ApplicationScoped
class Inspection {
    private static final Logger LOG = Logger.getLogger(Inspection.class);
    private static final int SOON = 10;
    private final DataSource database;
    private final LogRows rows;
    private final Completeness completeness;
    private final Clock clock;
    private final Semaphore one = new Semaphore(1);
    private volatile Verification last;

    Inspection(DataSource database, LogRows rows, Completeness completeness, Clock clock, MeterRegistry metrics) {
        this.database = database;
        this.rows = rows;
        this.completeness = completeness;
        this.clock = clock;
        Gauge.builder("minsheng.ledger.verified", this, Inspection::verified)
                .description("1 when the last check of the whole ledger held, 0 when it did not, NaN before the first")
                .register(metrics);
    }

    @Scheduled(cron = "{minsheng.ledger.verify-at}", timeZone = "Asia/Shanghai")
    void everyNight() {
        run();
    }

    Verification run() {
        if (!one.tryAcquire())
            throw Refusal.conflict("ledger.verification-running").retryAfter(SOON);
        try {
            last = check(Time.now(clock));
            if (!last.holds()) LOG.errorf("ALARM: the ledger does not hold: %s", last.findings());
            return last;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            one.release();
        }
    }

    private Verification check(Instant began) throws SQLException, IOException {
        Findings findings = new Findings();
        SignedSizes signed;
        long size;
        try (Connection connection = database.getConnection()) {
            signed = new SignedSizes(connection, findings);
            size = Math.max(signed.largest(), number(connection, "select size from ledger_state where id = 1"));
        }
        Replay replay = new Replay(findings, sha256(), signed);
        rows.read(0, size, true, replay);
        for (long gone = replay.tree().size(); gone < size; gone++)
            findings.add(gone, Finding.Code.PLACE_MISSING, "ledger_sequence");
        checkNodes(replay, findings);
        for (String gap : completeness.gaps()) findings.add(null, Finding.Code.VERSION_NOT_RECORDED, gap);
        return new Verification(
                findings.count() == 0,
                began,
                clock.millis() - began.toEpochMilli(),
                size,
                Base64.getEncoder().encodeToString(replay.tree().root()),
                signed.count(),
                replay.streams(),
                findings.firstBad(),
                findings.first(),
                findings.count());
    }

    /** Tiles are served from stored nodes; those must be what the leaves give. Over a changed leaf every node is another. */
    private void checkNodes(Replay replay, Findings findings) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select hash from ledger_node where level = ? and idx = ?")) {
            for (Replay.Node node : replay.nodes()) {
                select.setInt(1, node.level());
                select.setLong(2, node.index());
                try (ResultSet row = select.executeQuery()) {
                    if (!row.next() || !Arrays.equals(row.getBytes(1), node.hash()))
                        findings.add(
                                findings.beganWithin(node.first(), node.end()) ? null : node.first(),
                                Finding.Code.NODE_CHANGED,
                                "ledger_node " + node.level() + "/" + node.index());
                }
            }
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private double verified() {
        Verification known = last;
        return known == null ? Double.NaN : known.holds() ? 1 : 0;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
