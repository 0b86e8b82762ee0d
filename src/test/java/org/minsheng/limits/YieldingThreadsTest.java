package org.minsheng.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class YieldingThreadsTest {
    @Test
    void they_step_back_and_their_queue_ends() throws Exception {
        ExecutorService one = YieldingThreads.named("test", 1, 2);
        CountDownLatch over = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        Future<Integer> priority = one.submit(() -> {
            begun.countDown();
            over.await();
            return Thread.currentThread().getPriority();
        });
        begun.await();
        for (int i = 0; i < 2; i++) one.submit(() -> {});
        assertThrows(RejectedExecutionException.class, () -> one.submit(() -> {}));
        over.countDown();
        assertEquals(Thread.MIN_PRIORITY, priority.get());
        one.shutdown();
        assertEquals(true, one.awaitTermination(10, TimeUnit.SECONDS));
    }
}
