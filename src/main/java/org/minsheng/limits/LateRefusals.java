package org.minsheng.limits;

import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ThreadLocalRandom;
import org.minsheng.http.EarlyAnswer;
import org.minsheng.http.Refusal;

/**
 * Who asks too much hears of it a moment later: whoever goes on asking gets one refusal a moment on each connection, instead of
 * as many as the processors can make.
 */
@ApplicationScoped
class LateRefusals {
    private final long moment;
    private final Vertx vertx;
    private final EarlyAnswer early;

    LateRefusals(LimitsConfig config, Vertx vertx, EarlyAnswer early) {
        moment = config.refusal().toMillis();
        this.vertx = vertx;
        this.early = early;
    }

    void refuse(RoutingContext context, Refusal refusal) {
        InFlight.leave(context);
        // those who are refused together do not come back together
        long spread = moment / 2 + ThreadLocalRandom.current().nextLong(moment + 1);
        vertx.setTimer(Math.max(1, spread), late -> {
            if (!context.response().closed() && !context.response().ended()) early.refuse(context, refusal);
        });
    }
}
