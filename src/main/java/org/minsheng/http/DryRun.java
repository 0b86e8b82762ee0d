package org.minsheng.http;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.Transactional;

/**
 * {@code Prefer: handling=dry-run} on any change: everything is done and answered as it would be, then the transaction is
 * taken back, ledger and idempotency key included.
 */
@Transactional
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 300)
public class DryRun {
    private final CurrentVertxRequest request;
    private final TransactionManager transactions;

    DryRun(CurrentVertxRequest request, TransactionManager transactions) {
        this.request = request;
        this.transactions = transactions;
    }

    @AroundInvoke
    Object rehearse(InvocationContext invocation) throws Exception {
        if (!isWanted() || invocation.getMethod().isAnnotationPresent(Lasting.class)) return invocation.proceed();
        Object answer = invocation.proceed();
        transactions.setRollbackOnly();
        Preference.applied(request.getCurrent(), Preference.DRY_RUN);
        return answer;
    }

    private boolean isWanted() {
        return Arc.container().requestContext().isActive()
                && Preference.isStated(request.getCurrent(), Preference.DRY_RUN);
    }
}
