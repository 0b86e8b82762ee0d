package org.minsheng.feed;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.minsheng.http.Refusal;

/** All streams of this instance. */
@ApplicationScoped
class Listeners {
    private static final Logger LOG = Logger.getLogger(Listeners.class);
    private static final int RETRY_SECONDS = 30;
    private final Set<Listener> all = ConcurrentHashMap.newKeySet();
    private final Tail tail;
    private final ChangesConfig config;
    private final Clock clock;
    private final Counter sent;
    private volatile boolean closed;

    Listeners(Tail tail, ChangesConfig config, Clock clock, MeterRegistry metrics) {
        this.tail = tail;
        this.config = config;
        this.clock = clock;
        sent = Counter.builder("minsheng.changes.sent")
                .description("Changes given to listeners")
                .register(metrics);
        Gauge.builder("minsheng.changes.listeners", all, Set::size)
                .description("Streams of changes that are open")
                .register(metrics);
    }

    /** From then on it is looked after, until it ends or its client goes away. */
    synchronized Multi<OutboundSseEvent> join(Asked asked) {
        if (closed) throw Refusal.of(503, "service.unavailable").retryAfter(RETRY_SECONDS);
        if (all.size() >= config.listeners())
            throw Refusal.of(503, "changes.too-many-listeners").retryAfter(RETRY_SECONDS);
        Listener one = new Listener(asked, tail, this);
        all.add(one);
        return Multi.createBy()
                .repeating()
                .uni(one::next)
                .until(one::isEnd)
                .onTermination()
                .invoke(() -> all.remove(one));
    }

    Set<Listener> all() {
        return all;
    }

    void lookAll() {
        for (Listener one : all) {
            try {
                one.look();
            } catch (RuntimeException broken) {
                LOG.warn("a listener is given up", broken);
                end(one);
            }
        }
    }

    void end(Listener one) {
        all.remove(one);
        one.finish();
    }

    void close() {
        closed = true;
        all.forEach(this::end);
    }

    Instant now() {
        return clock.instant();
    }

    Duration heartbeat() {
        return config.heartbeat();
    }

    void sent() {
        sent.increment();
    }
}
