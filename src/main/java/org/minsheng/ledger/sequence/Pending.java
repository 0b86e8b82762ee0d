package org.minsheng.ledger.sequence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.minsheng.db.Ids;

/** An event that has no place yet. */
record Pending(long key, UUID event, String stream, String action, byte[] body, byte[] hash) {
    /**
     * The oldest ones that are committed. Others may still be on their way with a lower key: they come later and get a later
     * place, so nothing is skipped. Not locked, because the lock of {@link State} is held.
     */
    static List<Pending> oldest(Connection connection, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select e.id, e.event_id, e.stream, e.action, e.body, e.body_hash
                  from (select event_pk from ledger_pending order by event_pk limit ?) p
                  join ledger_event e on e.id = p.event_pk order by e.id""")) {
            select.setInt(1, most);
            List<Pending> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next())
                    found.add(new Pending(
                            row.getLong(1),
                            Ids.of(row.getBytes(2)),
                            row.getString(3),
                            row.getString(4),
                            row.getBytes(5),
                            row.getBytes(6)));
            }
            return found;
        }
    }

    static void remove(Connection connection, List<Pending> placed) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from ledger_pending where event_pk = ?")) {
            for (Pending one : placed) {
                delete.setLong(1, one.key);
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }
}
