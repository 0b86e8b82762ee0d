package org.minsheng.limits;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.minsheng.http.EarlyAnswer;
import org.minsheng.http.Refusal;

/**
 * Requests at work at once, and apart from them those whose body is still on its way: slow senders take no place of others.
 * Who listens to changes is counted there.
 */
@ApplicationScoped
public class InFlight {
    private static final int NEXT_TO_THE_DOOR = 950;
    private static final Set<HttpMethod> WITHOUT_BODY = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String VISIT = "minsheng.visit";
    private static final String LISTENING = "/api/v1/changes";

    private final LimitsConfig config;
    private final EarlyAnswer early;
    private final Vertx vertx;
    private final AtomicInteger working;
    private final AtomicInteger sending;
    private final Map<String, Integer> senders = new ConcurrentHashMap<>();

    InFlight(LimitsConfig config, EarlyAnswer early, Vertx vertx, MeterRegistry metrics) {
        this.config = config;
        this.early = early;
        this.vertx = vertx;
        working = metrics.gauge("minsheng.requests.working", new AtomicInteger());
        sending = metrics.gauge("minsheng.requests.sending", new AtomicInteger());
    }

    void register(@Observes Filters filters) {
        filters.register(context -> enter(context, context::next), NEXT_TO_THE_DOOR);
    }

    private void enter(RoutingContext context, Runnable then) {
        boolean brings = bringsBody(context.request());
        String from = Network.of(context);
        if (working.get() >= config.atOnce() || brings && isFullOfSenders(from)) {
            early.refuse(context, Refusal.of(503, "service.full").retryAfter(1));
            return;
        }
        if (!isListening(context)) {
            Visit visit = new Visit(from, brings);
            context.put(VISIT, visit);
            context.addEndHandler(sent -> visit.leave());
            if (brings) context.request().end().onSuccess(read -> visit.arrive());
        }
        then.run();
    }

    /** After a while, during which the request has no place. */
    void pass(RoutingContext context, long milliseconds, Runnable then) {
        if (milliseconds == 0) {
            then.run();
            return;
        }
        leave(context);
        vertx.setTimer(milliseconds, waited -> {
            if (!context.response().closed()) enter(context, then);
        });
    }

    /** Streams stay open and work only when something happens. */
    static boolean isListening(RoutingContext context) {
        return LISTENING.equals(context.normalizedPath());
    }

    /** Before its end: nothing is worked on any more. */
    static void leave(RoutingContext context) {
        if (context.get(VISIT) instanceof Visit visit) visit.leave();
    }

    private boolean isFullOfSenders(String from) {
        return sending.get() >= config.sendingAtOnce() || senders.getOrDefault(from, 0) >= config.sendingOfOne();
    }

    private static boolean bringsBody(HttpServerRequest request) {
        if (request.isEnded() || WITHOUT_BODY.contains(request.method())) return false;
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.version() == HttpVersion.HTTP_2
                || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
                || length != null && !length.equals("0");
    }

    /** An answer may be sent before the request has been read, and both on different threads. */
    private final class Visit {
        private final String from;
        private boolean isSending;
        private boolean left;

        Visit(String from, boolean brings) {
            this.from = from;
            isSending = brings;
            if (brings) {
                sending.incrementAndGet();
                senders.merge(from, 1, Integer::sum);
            } else working.incrementAndGet();
        }

        private synchronized void arrive() {
            if (left) return;
            sent();
            working.incrementAndGet();
        }

        private synchronized void leave() {
            if (left) return;
            left = true;
            if (isSending) sent();
            else working.decrementAndGet();
        }

        private void sent() {
            isSending = false;
            sending.decrementAndGet();
            senders.computeIfPresent(from, (network, count) -> count == 1 ? null : count - 1);
        }
    }
}
