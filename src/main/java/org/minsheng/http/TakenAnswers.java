package org.minsheng.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/** Who asks ahead on one connection and takes no answers is answered no further: what waits to be taken fills our memory. */
class TakenAnswers {
    private static final int BEFORE_THE_PLACES = 960;

    void register(@Observes Filters filters) {
        filters.register(TakenAnswers::await, BEFORE_THE_PLACES);
    }

    private static void await(RoutingContext context) {
        if (context.response().writeQueueFull()) context.response().drainHandler(taken -> context.next());
        else context.next();
    }
}
