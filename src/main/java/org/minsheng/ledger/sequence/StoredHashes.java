package org.minsheng.ledger.sequence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.minsheng.ledger.proof.Proofs;

/** The hashes of the tree as the database has them: leaves and the roots of every 256, 65,536, … of them. */
public record StoredHashes(Connection connection) implements Proofs.Hashes {
    private static final String LEAVES =
            "select leaf_hash from ledger_sequence where idx >= ? and idx < ? order by idx";
    private static final String NODES =
            "select hash from ledger_node where idx >= ? and idx < ? and level = ? order by idx";

    @Override
    public List<byte[]> read(int level, long first, int count) {
        try (PreparedStatement select = connection.prepareStatement(level == 0 ? LEAVES : NODES)) {
            select.setLong(1, first);
            select.setLong(2, first + count);
            if (level > 0) select.setInt(3, level);
            List<byte[]> hashes = new ArrayList<>(count);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) hashes.add(row.getBytes(1));
            }
            if (hashes.size() != count)
                throw new IllegalStateException("the ledger's level %d has %d of %d hashes from %d on"
                        .formatted(level, hashes.size(), count, first));
            return hashes;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
