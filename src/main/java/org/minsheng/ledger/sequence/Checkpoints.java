package org.minsheng.ledger.sequence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.minsheng.ledger.proof.Checkpoint;
import org.minsheng.ledger.proof.Note;
import org.minsheng.ledger.proof.NoteSigner;

/** The signed sizes and roots of the log. */
final class Checkpoints {
    private Checkpoints() {}

    static Optional<String> newest(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select note from ledger_checkpoint order by size desc limit 1");
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    /** Signs the tree as it stands; the same size is never signed twice. */
    static String sign(Connection connection, State state, List<NoteSigner> signers, Instant now) throws SQLException {
        Checkpoint checkpoint = new Checkpoint(state.key.name(), state.frontier.size(), state.frontier.root());
        String note = Note.signed(checkpoint.text(), signers).toString();
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into ledger_checkpoint (size, root, suite, note, created_at) values (?, ?, ?, ?, ?)")) {
            insert.setLong(1, checkpoint.size());
            insert.setBytes(2, checkpoint.root());
            insert.setInt(3, Round.SHA256);
            insert.setString(4, note);
            insert.setObject(5, LocalDateTime.ofInstant(now, ZoneOffset.UTC));
            insert.executeUpdate();
        }
        return note;
    }
}
