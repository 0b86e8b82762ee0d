package org.minsheng.limits;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.minsheng.access.Actor;
import org.minsheng.http.EarlyAnswer;
import org.minsheng.http.Refusal;

/** Requests at work at once of one account or machine client: nobody fills all the places alone. */
@ApplicationScoped
class AtOnceOfOne {
    private static final int AFTER_RATES = 49;

    private final Shares shares;
    private final EarlyAnswer early;

    AtOnceOfOne(LimitsConfig config, EarlyAnswer early) {
        shares = new Shares(Integer.MAX_VALUE, config.atOnceOfOne());
        this.early = early;
    }

    void register(@Observes Filters filters) {
        filters.register(this::enter, AFTER_RATES);
    }

    private void enter(RoutingContext context) {
        Actor actor = Payers.actor(context);
        if (actor == null || InFlight.isListening(context)) {
            context.next();
            return;
        }
        String who = actor.account().toString();
        if (!shares.take(who)) {
            early.refuse(context, Refusal.of(429, "request.too-many").retryAfter(1));
            return;
        }
        new Held(() -> shares.leave(who)).untilEndOf(context);
        context.next();
    }
}
