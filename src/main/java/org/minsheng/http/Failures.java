package org.minsheng.http;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.HashSet;
import java.util.Set;

/** What a fault below the resources means to a caller: a conflict, a busy or an absent database, or our own mistake. */
final class Failures {
    private static final int DUPLICATE_KEY = 1062;
    private static final Set<Integer> BUSY = Set.of(1205, 1213, 1020, 3024, 1969);

    private Failures() {}

    /** MySQL says 3572 to NOWAIT, MariaDB 1205. */
    static boolean isLockHeld(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause())
            if (t instanceof SQLException e && (e.getErrorCode() == 3572 || e.getErrorCode() == 1205)) return true;
        return false;
    }

    static Refusal translate(Throwable failure) {
        Set<Throwable> seen = new HashSet<>();
        for (Throwable t = failure; t != null && seen.add(t); t = t.getCause()) {
            if (t instanceof Refusal refusal) return refusal;
            if (t instanceof OptimisticLockException) return Refusal.of(412, "request.stale");
            if (t instanceof SQLIntegrityConstraintViolationException e)
                return e.getErrorCode() == DUPLICATE_KEY
                        ? Refusal.conflict("resource.duplicate")
                        : Refusal.conflict("resource.in-use");
            if (t instanceof SQLException e) {
                if (BUSY.contains(e.getErrorCode()))
                    return Refusal.of(503, "service.busy").retryAfter(1);
                if (e.getSQLState() == null || e.getSQLState().startsWith("08"))
                    return Refusal.of(503, "service.unavailable").retryAfter(5);
            }
        }
        return Refusal.of(500, "service.failed");
    }
}
