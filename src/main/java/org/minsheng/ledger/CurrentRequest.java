package org.minsheng.ledger;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import org.minsheng.http.RequestId;

/** The id of the HTTP request behind a change, or null for the system's own work. */
@ApplicationScoped
class CurrentRequest {
    private final CurrentVertxRequest current;

    CurrentRequest(CurrentVertxRequest current) {
        this.current = current;
    }

    String id() {
        if (!Arc.container().requestContext().isActive() || current.getCurrent() == null) return null;
        return RequestId.of(current.getCurrent());
    }
}
