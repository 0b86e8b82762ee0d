package org.minsheng.limits;

import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicBoolean;

/** Something that a request holds until its answer is sent, given back once whatever becomes of it. */
final class Held {
    private final Runnable leaving;
    private final AtomicBoolean over = new AtomicBoolean();

    Held(Runnable leaving) {
        this.leaving = leaving;
    }

    Held untilEndOf(RoutingContext context) {
        context.addEndHandler(sent -> leave());
        // nobody tells of the end of a connection that has ended already
        if (context.response().closed() || context.response().ended()) leave();
        return this;
    }

    boolean isOver() {
        return over.get();
    }

    void leave() {
        if (over.compareAndSet(false, true)) leaving.run();
    }
}
