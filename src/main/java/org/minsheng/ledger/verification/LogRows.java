package org.minsheng.ledger.verification;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Reads the log from end to end in the room of one page; no connection is held between pages. */
@Singleton
class LogRows {
    /** What is done with a row. */
    interface Each {
        void take(LogRow row) throws IOException;
    }

    private static final int PAGE = 2048;
    private final DataSource database;

    LogRows(DataSource database) {
        this.database = database;
    }

    /** Places from {@code from} up to {@code to}, as far as they are there. */
    void read(long from, long to, boolean withBodies, Each each) throws IOException {
        for (long next = from; next < to; next += PAGE)
            for (LogRow row : page(next, Math.min(to, next + PAGE), withBodies)) each.take(row);
    }

    private List<LogRow> page(long from, long to, boolean withBodies) {
        String sql = "select " + LogRow.COLUMNS + (withBodies ? ", e.body" : "")
                + " from ledger_sequence s join ledger_event e on e.id = s.event_pk where s.idx >= ? and s.idx < ? order by s.idx";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, from);
            select.setLong(2, to);
            List<LogRow> rows = new ArrayList<>(PAGE);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) rows.add(LogRow.of(row, withBodies));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
