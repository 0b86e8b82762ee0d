package org.minsheng.db;

import com.mysql.cj.exceptions.ConnectionIsClosedException;
import com.mysql.cj.exceptions.StatementIsClosedException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import javax.transaction.xa.XAException;

/** Why the database does not do now what it would do at another time; nothing is wrong with what it was asked. */
public enum Fault {
    /** Two transactions wait for each other: this one was rolled back and may be tried again at once. */
    DEADLOCK,
    /** Somebody else holds the rows, or the statement took too long. */
    BUSY,
    /** It answers and does not write: read-only, or its disk is full. */
    NO_WRITES,
    /** No answer, no connection, or an answer that says it is leaving. */
    GONE;

    // lock wait timeout, record changed, NOWAIT, statement timeouts of MySQL and MariaDB, lock table full, too many
    // transactions
    private static final Set<Integer> BUSY_CODES = Set.of(1205, 1020, 3572, 3024, 1969, 1206, 1637);
    // read-only modes of the server and of InnoDB; disk full, table full; errors of the storage engine, of files, of
    // the
    // commit
    private static final Set<Integer> NO_WRITES_CODES =
            Set.of(1290, 1836, 1874, 1792, 1021, 1114, 1030, 3, 20, 1023, 1026, 1878, 1180, 1297);
    // too many connections, of one user, a limit of the account, memory, login refused, host blocked, idle too long
    private static final Set<Integer> GONE_CODES =
            Set.of(1040, 1203, 1226, 1037, 1038, 1041, 1044, 1045, 1129, 1130, 4031);

    /** Empty where it is not the database's fault. */
    public static Optional<Fault> of(Throwable failure) {
        return of(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** Something that tried to hold its rows without waiting. */
    public static boolean isLockHeld(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause())
            if (t instanceof SQLException e && (e.getErrorCode() == 3572 || e.getErrorCode() == 1205)) return true;
        return false;
    }

    // what went wrong at the end of a transaction is only a suppressed exception of what is thrown
    private static Optional<Fault> of(Throwable failure, Set<Throwable> seen) {
        if (failure == null || !seen.add(failure)) return Optional.empty();
        Optional<Fault> fault = failure instanceof SQLException e ? known(e) : Optional.empty();
        if (fault.isEmpty()) fault = of(failure.getCause(), seen);
        for (Throwable also : failure.getSuppressed()) if (fault.isEmpty()) fault = of(also, seen);
        return fault.isEmpty() && (isClosed(failure) || isUnfinished(failure)) ? Optional.of(GONE) : fault;
    }

    private static Optional<Fault> known(SQLException e) {
        int code = e.getErrorCode();
        String state = e.getSQLState();
        if (BUSY_CODES.contains(code)) return Optional.of(BUSY);
        if (NO_WRITES_CODES.contains(code)) return Optional.of(NO_WRITES);
        if (GONE_CODES.contains(code)) return Optional.of(GONE);
        // the pool gives none when it has no connection in time
        if (state == null || state.startsWith("08") || state.startsWith("70")) return Optional.of(GONE);
        return state.startsWith("40") ? Optional.of(DEADLOCK) : Optional.empty();
    }

    /** The driver's word for a connection that was lost between two statements. */
    private static boolean isClosed(Throwable failure) {
        return failure instanceof ConnectionIsClosedException || failure instanceof StatementIsClosedException;
    }

    /** A transaction that did not come to its end, and nobody says why: too slow, or its connection is lost. */
    private static boolean isUnfinished(Throwable failure) {
        return failure instanceof RollbackException
                || failure instanceof HeuristicMixedException
                || failure instanceof HeuristicRollbackException
                || failure instanceof SystemException
                || failure instanceof XAException;
    }
}
