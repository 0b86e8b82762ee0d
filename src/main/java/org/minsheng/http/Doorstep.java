package org.minsheng.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.MDC;

/** Before any resource: every request gets its id, refused ones included, and a body too long for all of them stays out. */
public class Doorstep {
    private static final int BEFORE_ALL = 1000;

    @Inject
    EarlyAnswer early;

    @ConfigProperty(name = "quarkus.http.limits.max-body-size")
    MemorySize longestBody;

    void register(@Observes Filters filters) {
        filters.register(this::receive, BEFORE_ALL);
    }

    private void receive(RoutingContext context) {
        String id = RequestId.of(context);
        context.response().putHeader(RequestId.HEADER, id);
        MDC.put("requestId", id);
        if (announced(context.request()) <= longestBody.asLongValue()) context.next();
        else refuse(context, Refusal.of(413, "request.too-large"));
    }

    static long announced(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length); // Netty lets nothing but numbers through
    }

    /** Nobody reads the rest of a body that is too long, so nothing more can be asked on this connection. */
    static void lastWord(RoutingContext context) {
        if (context.request().version() == HttpVersion.HTTP_2) return;
        context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        context.addEndHandler(sent -> context.request().connection().close());
    }

    private void refuse(RoutingContext context, Refusal refusal) {
        lastWord(context);
        early.refuse(context, refusal);
    }
}
