package org.minsheng.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.minsheng.db.Fault;

/**
 * Around the whole transaction: of two that wait for each other the database rolls one back, idempotency key, effect and
 * ledger together, so nothing of it is left and it may run again. Three times at most; who began a transaction further out
 * runs again there.
 */
@Transactional
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 150)
public class Deadlocks {
    private static final int RETRIES = 3;
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(20);
    private final TransactionManager transactions;
    private final Counter retried;

    Deadlocks(TransactionManager transactions, MeterRegistry metrics) {
        this.transactions = transactions;
        retried = Counter.builder("minsheng.deadlocks.retried")
                .description("Transactions begun again because the database rolled them back for another one's sake")
                .register(metrics);
    }

    @AroundInvoke
    Object again(InvocationContext invocation) throws Exception {
        if (transactions.getStatus() != Status.STATUS_NO_TRANSACTION || isReadOnce(invocation))
            return invocation.proceed();
        for (int left = RETRIES; ; left--) {
            try {
                return invocation.proceed();
            } catch (Exception failed) {
                if (left == 0 || Fault.of(failed).filter(Fault.DEADLOCK::equals).isEmpty()) throw failed;
            }
            retried.increment();
            // not all of them at the same moment again
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE));
        }
    }

    /** A body that was streamed is gone. */
    private static boolean isReadOnce(InvocationContext invocation) {
        return Arrays.stream(invocation.getParameters()).anyMatch(InputStream.class::isInstance);
    }
}
