package org.minsheng.limits;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ResourceInfo;
import java.io.InputStream;
import java.util.Arrays;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.minsheng.http.Refusal;

/** A file that is read while it arrives holds a thread: slow lines have half of the threads at most, and an account a few. */
@ApplicationScoped
public class ArrivingFiles {
    private final Shares shares;
    private final SecurityIdentity identity;
    private final RoutingContext context;

    ArrivingFiles(LimitsConfig config, SecurityIdentity identity, RoutingContext context, MeterRegistry metrics) {
        shares = new Shares(config.files().atOnce(), config.files().ofOne());
        this.identity = identity;
        this.context = context;
        Gauge.builder("minsheng.files.arriving", shares, Shares::taken)
                .description("Files that are read while they arrive")
                .register(metrics);
    }

    @ServerRequestFilter
    public void enter(ResourceInfo resource) {
        if (resource.getResourceMethod() == null
                || !Arrays.asList(resource.getResourceMethod().getParameterTypes())
                        .contains(InputStream.class)) return;
        String sender = identity.getPrincipal().getName();
        if (!shares.take(sender)) throw Refusal.of(503, "service.full").retryAfter(5);
        new Held(() -> shares.leave(sender)).untilEndOf(context);
    }
}
