package org.minsheng.limits;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.minsheng.http.EarlyAnswer;
import org.minsheng.http.Refusal;

/** Requests at work at once of one account or machine client: nobody fills all the places alone. */
@ApplicationScoped
class AtOnceOfOne {
    private static final int AFTER_RATES = 49;

    private final int most;
    private final Payers payers;
    private final EarlyAnswer early;
    private final Map<Payer, Integer> working = new ConcurrentHashMap<>();

    AtOnceOfOne(LimitsConfig config, Payers payers, EarlyAnswer early) {
        most = config.atOnceOfOne();
        this.payers = payers;
        this.early = early;
    }

    void register(@Observes Filters filters) {
        filters.register(this::enter, AFTER_RATES);
    }

    private void enter(RoutingContext context) {
        if (Payers.actor(context) == null || InFlight.isListening(context)) {
            context.next();
            return;
        }
        Payer payer = payers.of(context);
        if (working.merge(payer, 1, Integer::sum) > most) {
            leave(payer);
            early.refuse(context, Refusal.of(429, "request.too-many").retryAfter(1));
            return;
        }
        AtomicBoolean left = new AtomicBoolean();
        context.addEndHandler(sent -> {
            if (left.compareAndSet(false, true)) leave(payer);
        });
        context.next();
    }

    private void leave(Payer payer) {
        working.computeIfPresent(payer, (who, count) -> count == 1 ? null : count - 1);
    }
}
