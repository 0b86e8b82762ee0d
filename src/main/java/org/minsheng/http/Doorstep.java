package org.minsheng.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.MDC;

/**
 * Before any resource: every request gets its id, refused ones included; one that could be read in two ways, or a body too
 * long for all of them, stays out.
 */
public class Doorstep {
    private static final int BEFORE_ALL = 1000;
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    @Inject
    EarlyAnswer early;

    @Inject
    Event<Turned> turned;

    @ConfigProperty(name = "quarkus.http.limits.max-body-size")
    MemorySize longestBody;

    void register(@Observes Filters filters) {
        filters.register(this::receive, BEFORE_ALL);
    }

    /** A target that is no path fails before the filters, and the framework would log it as an error. */
    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(context -> {
            String path = context.request().path();
            if (path != null && path.startsWith("/") || context.response().ended()) context.next();
            else {
                name(context);
                refuse(context, Refusal.malformed("request.malformed"));
            }
        });
    }

    private void receive(RoutingContext context) {
        name(context);
        if (isDoubtful(context.request())) refuse(context, Refusal.malformed("request.malformed"));
        else if (announced(context.request()) <= longestBody.asLongValue()) context.next();
        else refuse(context, Refusal.of(413, "request.too-large"));
    }

    private static void name(RoutingContext context) {
        String id = RequestId.of(context);
        context.response().putHeader(RequestId.HEADER, id);
        MDC.put("requestId", id);
    }

    /**
     * Whether a proxy in front could see its end, its host or its sender elsewhere (RFC 9112, 3.2 and 6.3). The decoder
     * refuses a length beside {@code chunked}; beside any other coding it goes by the length, and a coding that it does not
     * know it ignores.
     */
    private static boolean isDoubtful(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) return false;
        List<String> codings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        List<String> lengths = request.headers().getAll(HttpHeaders.CONTENT_LENGTH);
        boolean chunked = codings.size() == 1
                && codings.get(0).equalsIgnoreCase("chunked")
                && request.version() == HttpVersion.HTTP_1_1;
        boolean known = lengths.size() == 1 && LENGTH.matcher(lengths.get(0)).matches();
        return !codings.isEmpty() && (!chunked || !lengths.isEmpty())
                || !lengths.isEmpty() && !known
                || request.headers().getAll(HttpHeaders.HOST).size() > 1
                || request.headers().getAll(HttpHeaders.AUTHORIZATION).size() > 1
                || request.headers().contains("");
    }

    static long announced(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length); // nothing but a number gets past the doorstep
    }

    /** Nobody reads the rest of a body that is too long, so nothing more can be asked on this connection. */
    static void lastWord(RoutingContext context) {
        if (context.request().version() == HttpVersion.HTTP_2) return;
        context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        context.addEndHandler(sent -> context.request().connection().close());
    }

    private void refuse(RoutingContext context, Refusal refusal) {
        turned.fire(new Turned(context));
        early.dismiss(context, refusal);
    }
}
