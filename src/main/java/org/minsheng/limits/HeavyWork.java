package org.minsheng.limits;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Before any transaction begins, so that whoever waits holds no connection; until the last byte of the answer is sent. */
@Heavy
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 160)
public class HeavyWork {
    private final HeavyPlaces places;
    private final RoutingContext context;

    HeavyWork(HeavyPlaces places, RoutingContext context) {
        this.places = places;
        this.context = context;
    }

    @AroundInvoke
    Object admit(InvocationContext invocation) throws Exception {
        places.take();
        try {
            Object answer = invocation.proceed();
            if (context.response().ended()) places.leave();
            else context.addEndHandler(sent -> places.leave());
            return answer;
        } catch (Exception e) {
            places.leave();
            throw e;
        }
    }
}
