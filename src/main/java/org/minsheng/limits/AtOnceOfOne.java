package org.minsheng.limits;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.minsheng.access.Actor;
import org.minsheng.http.Refusal;

/**
 * Requests of one account or machine client at once: they have turns, so that nobody else waits for what one asks together, and
 * only so many places to wait in; the rest is refused.
 */
@ApplicationScoped
class AtOnceOfOne {
    private static final int WITH_ITS_BODY = 49;

    private final Shares places;
    private final RequestTurns turns;
    private final LateRefusals late;

    AtOnceOfOne(LimitsConfig config, RequestTurns turns, LateRefusals late) {
        places = new Shares(Integer.MAX_VALUE, config.atOnceOfOne());
        this.turns = turns;
        this.late = late;
    }

    void register(@Observes Filters filters) {
        filters.register(this::enter, WITH_ITS_BODY);
    }

    private void enter(RoutingContext context) {
        Actor actor = Payers.actor(context);
        if (actor == null || InFlight.isListening(context)) {
            context.next();
            return;
        }
        String who = actor.account().toString();
        if (!places.take(who)) {
            late.refuse(context, Refusal.of(429, "request.too-many").retryAfter(1));
            return;
        }
        new Held(() -> places.leave(who)).untilEndOf(context);
        turns.pass(context, who);
    }
}
