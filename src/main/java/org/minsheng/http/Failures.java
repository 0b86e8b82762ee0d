package org.minsheng.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.minsheng.db.Fault;
import org.minsheng.db.Pulse;

/** What a fault below the resources means to a caller: a conflict, a busy or an absent database, or our own mistake. */
final class Failures {
    private static final Logger LOG = Logger.getLogger(Failures.class);
    private static final int DUPLICATE_KEY = 1062;

    private Failures() {}

    /** What a request ends with; an outage is told of by the pulse, and once is enough. */
    static Refusal met(Throwable failure, RoutingContext context, Pulse pulse) {
        Optional<Fault> fault = Fault.of(failure);
        fault.ifPresent(pulse::tell);
        Refusal refusal = translate(failure);
        // who went away, or was too slow, is no fault of ours
        boolean unheard = context.response().closed();
        if (refusal.status() == 500 && !unheard) LOG.errorf(failure, "Request %s failed", RequestId.of(context));
        else if (refusal.status() >= 500 && fault.equals(Optional.of(Fault.BUSY)))
            LOG.warnf("Request %s was refused: rows held for too long, or a statement too slow", RequestId.of(context));
        else if (refusal.status() >= 500) LOG.debugf(failure, "Request %s was refused", RequestId.of(context));
        return refusal;
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
        }
        return Fault.of(failure).map(Failures::refusal).orElseGet(() -> Refusal.of(500, "service.failed"));
    }

    private static Refusal refusal(Fault fault) {
        return switch (fault) {
            case DEADLOCK, BUSY -> Refusal.of(503, "service.busy").retryAfter(1);
            case NO_WRITES, GONE -> unavailable();
        };
    }

    static Refusal unavailable() {
        return Refusal.of(503, "service.unavailable").retryAfter(5);
    }
}
