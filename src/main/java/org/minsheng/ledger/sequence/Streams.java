package org.minsheng.ledger.sequence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The newest entry of each stream that a round goes on with. */
final class Streams {
    record Last(int seq, byte[] leaf) {}

    private static final int AT_ONCE = 500;
    private final Map<ByteBuffer, Last> last = new HashMap<>();

    static byte[] key(String stream) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(stream.getBytes(StandardCharsets.US_ASCII));
            return java.util.Arrays.copyOf(hash, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Streams of(Connection connection, List<Pending> batch) throws SQLException {
        Streams streams = new Streams();
        Set<ByteBuffer> wanted = new LinkedHashSet<>();
        for (Pending one : batch) wanted.add(ByteBuffer.wrap(key(one.stream())));
        List<ByteBuffer> all = new ArrayList<>(wanted);
        for (int from = 0; from < all.size(); from += AT_ONCE)
            streams.read(connection, all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        return streams;
    }

    private void read(Connection connection, List<ByteBuffer> wanted) throws SQLException {
        String marks = String.join(",", Collections.nCopies(wanted.size(), "?"));
        try (PreparedStatement select = connection.prepareStatement("""
                select s.stream, s.stream_seq, s.leaf_hash
                  from (select stream, max(stream_seq) as seq from ledger_sequence where stream in (%s) group by stream) m
                  join ledger_sequence s on s.stream = m.stream and s.stream_seq = m.seq""".formatted(marks))) {
            for (int i = 0; i < wanted.size(); i++)
                select.setBytes(i + 1, wanted.get(i).array());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) last.put(ByteBuffer.wrap(row.getBytes(1)), new Last(row.getInt(2), row.getBytes(3)));
            }
        }
    }

    Last last(byte[] stream) {
        return last.get(ByteBuffer.wrap(stream));
    }

    void went(byte[] stream, int seq, byte[] leaf) {
        last.put(ByteBuffer.wrap(stream), new Last(seq, leaf));
    }
}
