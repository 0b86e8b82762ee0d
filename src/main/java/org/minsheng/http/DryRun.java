package org.minsheng.http;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.Transactional;
import java.util.Arrays;

/**
 * {@code Prefer: handling=dry-run} on any change: everything is done and answered as it would be, then the transaction is
 * taken back, ledger and idempotency key included.
 */
@Transactional
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 300)
public class DryRun {
    private static final String PREFERENCE = "handling=dry-run";
    private final CurrentVertxRequest request;
    private final TransactionManager transactions;

    DryRun(CurrentVertxRequest request, TransactionManager transactions) {
        this.request = request;
        this.transactions = transactions;
    }

    @AroundInvoke
    Object rehearse(InvocationContext invocation) throws Exception {
        if (!isWanted()) return invocation.proceed();
        Object answer = invocation.proceed();
        transactions.setRollbackOnly();
        request.getCurrent().response().putHeader("Preference-Applied", PREFERENCE);
        return answer;
    }

    private boolean isWanted() {
        if (!Arc.container().requestContext().isActive()) return false;
        RoutingContext context = request.getCurrent();
        return context != null
                && context.request().headers().getAll("Prefer").stream()
                        .flatMap(header -> Arrays.stream(header.split(",")))
                        .anyMatch(preference -> preference.strip().equalsIgnoreCase(PREFERENCE));
    }
}
