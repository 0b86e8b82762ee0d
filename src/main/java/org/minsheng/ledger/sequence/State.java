package org.minsheng.ledger.sequence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.minsheng.ledger.proof.Frontier;
import org.minsheng.ledger.proof.VerifierKey;

/** The one row that says how far the log has come; its lock is leadership, and lost with it is the whole round. */
final class State {
    final Frontier frontier;
    VerifierKey key;
    Instant lastAt;

    private State(Frontier frontier, VerifierKey key, Instant lastAt) {
        this.frontier = frontier;
        this.key = key;
        this.lastAt = lastAt;
    }

    static State read(Connection connection, boolean locked) throws SQLException {
        String sql = "select size, frontier, verifier_key, last_at from ledger_state where id = 1";
        try (PreparedStatement select = connection.prepareStatement(locked ? sql + " for update" : sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            String key = row.getString(3);
            LocalDateTime last = row.getObject(4, LocalDateTime.class);
            return new State(
                    new Frontier(row.getLong(1), row.getBytes(2)),
                    key == null ? null : VerifierKey.of(key).orElseThrow(),
                    last == null ? Instant.EPOCH : last.toInstant(ZoneOffset.UTC));
        }
    }

    void write(Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update ledger_state set size = ?, frontier = ?, verifier_key = ?, last_at = ? where id = 1")) {
            update.setLong(1, frontier.size());
            update.setBytes(2, frontier.bytes());
            update.setString(3, key == null ? null : key.toString());
            update.setObject(4, LocalDateTime.ofInstant(lastAt, ZoneOffset.UTC));
            update.executeUpdate();
        }
    }
}
