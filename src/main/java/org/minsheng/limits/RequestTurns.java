package org.minsheng.limits;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets requests pass in {@link Turns}, or when they have waited long enough: something before them takes its time. */
@ApplicationScoped
class RequestTurns {
    private static final String TURN = "minsheng.turn";

    private final Turns turns;
    private final long longest;
    private final Vertx vertx;

    RequestTurns(LimitsConfig config, Vertx vertx) {
        turns = new Turns(config.turnsOfOne());
        longest = config.longestTurn().toMillis();
        this.vertx = vertx;
    }

    void pass(RoutingContext context, String name) {
        Context own = vertx.getOrCreateContext();
        Turns.Turn turn = turns.take(name, () -> own.runOnContext(begun -> context.next()));
        context.put(TURN, new Held(turn::leave).untilEndOf(context));
        if (turn.isNow()) context.next();
        else vertx.setTimer(longest, waited -> turn.hurry());
    }

    /** Before its end: what comes now has turns of its own. */
    void leave(RoutingContext context) {
        if (context.get(TURN) instanceof Held turn) turn.leave();
    }
}
