package org.minsheng.ledger.sequence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.logging.Logger;
import org.minsheng.ledger.proof.VerifierKey;

/**
 * One batch of pending events put into order, within one transaction: their places, the completed nodes of the tree, the
 * frontier. Events that a round does not commit are pending as before.
 */
final class Round {
    static final int SHA256 = 1;
    private static final Logger LOG = Logger.getLogger(Round.class);
    private static final int MOST = 2000;
    private final Connection connection;
    private final State state;
    private final Instant now;
    private int alarms;

    Round(Connection connection, State state, Instant now) {
        this.connection = connection;
        this.state = state;
        // a clock that was set back must not set the log back
        this.now = now.isBefore(state.lastAt) ? state.lastAt : now;
    }

    /** How many events got a place. */
    int run() throws SQLException {
        List<Pending> batch = Pending.oldest(connection, MOST);
        if (batch.isEmpty()) return 0;
        Streams streams = Streams.of(connection, batch);
        try (PreparedStatement places = connection.prepareStatement("""
                        insert into ledger_sequence (idx, event_pk, stream, stream_seq, previous_leaf, leaf_hash, found, suite,
                                                     sequenced_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""");
                PreparedStatement nodes =
                        connection.prepareStatement("insert into ledger_node (level, idx, hash) values (?, ?, ?)")) {
            for (Pending one : batch) place(one, streams, places, nodes);
            places.executeBatch();
            nodes.executeBatch();
        }
        Pending.remove(connection, batch);
        state.lastAt = now;
        state.write(connection);
        return batch.size();
    }

    int alarms() {
        return alarms;
    }

    private void place(Pending one, Streams streams, PreparedStatement places, PreparedStatement nodes)
            throws SQLException {
        long index = state.frontier.size();
        byte[] stream = Streams.key(one.stream());
        Streams.Last last = streams.last(stream);
        int seq = last == null ? 1 : last.seq() + 1;
        byte[] previous = last == null ? null : last.leaf();
        byte[] found = found(one, index);
        byte[] leaf = new Entry(now, one.hash(), one.event(), found, previous, seq, one.stream()).leaf();
        streams.went(stream, seq, leaf);
        state.frontier.append(leaf, (level, node, hash) -> node(nodes, level, node, hash));
        places.setLong(1, index);
        places.setLong(2, one.key());
        places.setBytes(3, stream);
        places.setInt(4, seq);
        bind(places, 5, previous);
        places.setBytes(6, leaf);
        bind(places, 7, found);
        places.setInt(8, SHA256);
        places.setObject(9, LocalDateTime.ofInstant(now, ZoneOffset.UTC));
        places.addBatch();
        if (found == null) passKeyOn(one, index);
    }

    /** A body that is not what was recorded is put into the log with a flag: dropped, nobody would ever learn of it. */
    private byte[] found(Pending one, long index) {
        byte[] actual = sha256(one.body());
        if (MessageDigest.isEqual(actual, one.hash())) return null;
        alarms++;
        LOG.errorf(
                "ALARM: the body of ledger event %s (index %d) was changed after it was recorded", one.event(), index);
        return actual;
    }

    /** From the entry after this one on another key signs. */
    private void passKeyOn(Pending one, long index) throws SQLException {
        VerifierKey next = KeyChange.in(one.stream(), one.body())
                .filter(change -> change.isFrom(state.key))
                .map(KeyChange::to)
                .orElse(null);
        if (next == null) return;
        state.key = next;
        begin(connection, next, index + 1);
    }

    static void begin(Connection connection, VerifierKey key, long size) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into ledger_key (verifier_key, suite, from_size) values (?, ?, ?)")) {
            insert.setString(1, key.toString());
            insert.setInt(2, key.type() == VerifierKey.ED25519 ? 1 : 2);
            insert.setLong(3, size);
            insert.executeUpdate();
        }
    }

    private static void node(PreparedStatement nodes, int level, long index, byte[] hash) {
        try {
            nodes.setInt(1, level);
            nodes.setLong(2, index);
            nodes.setBytes(3, hash);
            nodes.addBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void bind(PreparedStatement statement, int index, byte[] value) throws SQLException {
        if (value == null) statement.setNull(index, Types.BINARY);
        else statement.setBytes(index, value);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
