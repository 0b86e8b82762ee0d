package org.minsheng.support;

import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.minsheng.ledger.proof.Checkpoint;
import org.minsheng.ledger.proof.Note;

/** Waits until all that was recorded stands under a signed checkpoint. */
public final class Sealing {
    private Sealing() {}

    public static Checkpoint awaited() {
        await().until(Sealing::isDone);
        String note = As.nobody()
                .get("/public/v1/ledger/checkpoint")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return Checkpoint.of(Note.parse(note).text()).orElseThrow();
    }

    /** Asked of the database: what the sequencer last saw may be older than the change that is waited for. */
    private static boolean isDone() throws SQLException {
        AgroalDataSource database =
                Arc.container().instance(AgroalDataSource.class).get();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select (select count(*) from ledger_event) - (select coalesce(max(size), -1) from ledger_checkpoint)");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1) == 0;
        }
    }
}
