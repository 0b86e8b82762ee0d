package org.minsheng.db;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Whatever the operator's URL says: nobody waits for an answer of the database until the caller has gone. */
@ApplicationScoped
class PooledConnections implements AgroalPoolInterceptor {
    /** Above the longest statement (4 s); what a request waits for besides has room too, for it is answered within 6 s. */
    static final Duration LONGEST_SILENCE = Duration.ofMillis(4500);

    @Override
    public void onConnectionCreate(Connection connection) {
        try {
            connection.setNetworkTimeout(Runnable::run, (int) LONGEST_SILENCE.toMillis());
        } catch (SQLException lost) {
            throw new IllegalStateException(lost);
        }
    }
}
