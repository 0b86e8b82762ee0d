package org.minsheng.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpClosedException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.minsheng.db.Pulse;

/**
 * Shut while the database does not answer: nobody waits for what another one is waiting for already. What fails behind it
 * but before any resource, when a session is looked up, becomes a problem here.
 */
public class Door {
    private static final int AFTER_THE_DOORSTEP = 800;
    /** Behind who asks, before the resources. */
    private static final int BEHIND_ADMISSION = -50;

    @Inject
    EarlyAnswer early;

    @Inject
    Pulse pulse;

    void register(@Observes Filters filters) {
        filters.register(this::admit, AFTER_THE_DOORSTEP);
    }

    void register(@Observes Router router) {
        router.route().order(BEHIND_ADMISSION).failureHandler(this::failed);
    }

    private void admit(RoutingContext context) {
        if (pulse.state() == Pulse.State.GONE && needsDatabase(context.request().path()))
            early.refuse(context, Failures.unavailable());
        else context.next();
    }

    private static boolean needsDatabase(String path) {
        return path != null && (path.startsWith("/api/") || path.startsWith("/public/"));
    }

    private void failed(RoutingContext context) {
        Throwable failure = context.failure();
        if (failure instanceof HttpClosedException || context.response().closed()) return; // nobody is there any more
        Refusal unread = GatheredBodies.refusal(context);
        if (context.response().headWritten()) context.next();
        else if (unread != null) {
            early.dismiss(context, unread);
        } else if (failure == null || failure instanceof SecurityException) context.next(); // told elsewhere
        else early.refuse(context, Failures.met(failure, context, pulse));
    }
}
