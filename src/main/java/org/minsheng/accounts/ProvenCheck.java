package org.minsheng.accounts;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.minsheng.access.Caller;
import org.minsheng.http.Refusal;

/** Before any transaction begins. */
@Proven
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 150)
public class ProvenCheck {
    private final Caller caller;
    private final Sessions sessions;

    ProvenCheck(Caller caller, Sessions sessions) {
        this.caller = caller;
        this.sessions = sessions;
    }

    @AroundInvoke
    Object check(InvocationContext invocation) throws Exception {
        if (!sessions.isProven(caller.actor().session(), caller.now()))
            throw Refusal.unauthenticated("auth.step-up-needed");
        return invocation.proceed();
    }
}
