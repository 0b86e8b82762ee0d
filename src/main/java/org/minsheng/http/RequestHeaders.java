package org.minsheng.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.MDC;

/** Gives every answer, refused ones included, the request's id. */
public class RequestHeaders {
    private static final int BEFORE_ALL = 1000;

    void register(@Observes Filters filters) {
        filters.register(RequestHeaders::identify, BEFORE_ALL);
    }

    private static void identify(RoutingContext context) {
        String id = RequestId.of(context);
        context.response().putHeader(RequestId.HEADER, id);
        MDC.put("requestId", id);
        context.next();
    }
}
