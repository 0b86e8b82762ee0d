package org.minsheng.limits;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * For what strangers can ask of the processors: threads that step back for everybody else, where the JVM is told that it may
 * ({@code -XX:ThreadPriorityPolicy=1}), and a queue that is not endless.
 */
public final class YieldingThreads {
    private static final int IDLE_SECONDS = 10;

    private YieldingThreads() {}

    /** On all processors but one. */
    public static ExecutorService named(String name, int atMost, int waiting) {
        int threads = Math.max(1, Math.min(atMost, Runtime.getRuntime().availableProcessors() - 1));
        ThreadPoolExecutor some = new ThreadPoolExecutor(
                threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waiting), work -> {
                    Thread thread = new Thread(work, name);
                    thread.setPriority(Thread.MIN_PRIORITY);
                    thread.setDaemon(true);
                    return thread;
                });
        some.allowCoreThreadTimeOut(true);
        return some;
    }
}
