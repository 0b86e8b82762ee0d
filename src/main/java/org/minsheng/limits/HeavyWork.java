package org.minsheng.limits;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/**
 * Before any transaction begins, so that whoever waits holds no connection; until the answer is made, so that whoever sends
 * or reads slowly holds no place.
 */
@Heavy
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 160)
public class HeavyWork {
    private final HeavyPlaces places;
    private final ReadyAnswers ready;

    HeavyWork(HeavyPlaces places, ReadyAnswers ready) {
        this.places = places;
        this.ready = ready;
    }

    @AroundInvoke
    Object admit(InvocationContext invocation) throws Exception {
        places.take();
        try {
            Object answer = invocation.proceed();
            return answer instanceof Response response && response.getEntity() instanceof StreamingOutput content
                    ? ready.made(response, content)
                    : answer;
        } finally {
            places.leave();
        }
    }
}
