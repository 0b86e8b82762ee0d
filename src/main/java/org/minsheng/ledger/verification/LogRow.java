package org.minsheng.ledger.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.minsheng.db.Ids;
import org.minsheng.ledger.Audience;
import org.minsheng.ledger.sequence.Entry;

/**
 * A place of the log with its event, as the tables have it now, whatever they should have.
 *
 * @param body the body's bytes, or null when they were not asked for
 */
record LogRow(
        long index,
        Entry entry,
        byte[] leaf,
        byte[] stream,
        Audience audience,
        String path,
        UUID programme,
        UUID project,
        String action,
        String subjectType,
        UUID subject,
        int version,
        UUID actor,
        Instant recordedAt,
        byte[] body) {
    static final String COLUMNS = """
            s.idx, s.sequenced_at, e.body_hash, e.event_id, s.found, s.previous_leaf, s.stream_seq, e.stream, s.leaf_hash,
            s.stream, e.audience, e.unit_path, e.programme_id, e.project_id, e.action, e.subject_type, e.subject_id,
            e.subject_version, e.actor_id, e.occurred_at""";

    static LogRow of(ResultSet row, boolean withBody) throws SQLException {
        Entry entry = new Entry(
                instant(row, 2),
                row.getBytes(3),
                id(row, 4),
                row.getBytes(5),
                row.getBytes(6),
                row.getInt(7),
                row.getString(8));
        return new LogRow(
                row.getLong(1),
                entry,
                row.getBytes(9),
                row.getBytes(10),
                Audience.valueOf(row.getString(11)),
                row.getString(12),
                id(row, 13),
                id(row, 14),
                row.getString(15),
                row.getString(16),
                id(row, 17),
                row.getInt(18),
                id(row, 19),
                instant(row, 20),
                withBody ? row.getBytes(21) : null);
    }

    private static UUID id(ResultSet row, int column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? null : Ids.of(bytes);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
