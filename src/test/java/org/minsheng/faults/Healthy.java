package org.minsheng.faults;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.minsheng.support.Line;

/** Somebody who behaves, and was served all the time when this closes. */
final class Healthy implements AutoCloseable {
    private static final int SLOWEST_MILLIS = 1500;
    private final String token;
    private final AtomicInteger served = new AtomicInteger();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean stopped;

    Healthy(int port, String token) throws IOException {
        this.token = token;
        Line line = new Line(port);
        thread = new Thread(() -> behave(line), "healthy");
        thread.start();
        await().until(() -> served.get() > 5);
    }

    private void behave(Line line) {
        try (line) {
            while (!stopped) {
                long began = System.nanoTime();
                Line.Answer answer = line.ask("GET /api/v1/me", token, "", "");
                long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
                if (answer.status() != 200 || millis > SLOWEST_MILLIS)
                    failures.add(answer.status() + " in " + millis + " ms");
                served.incrementAndGet();
            }
        } catch (IOException cut) {
            failures.add(cut.toString());
        }
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        thread.join();
        assertEquals(List.of(), List.copyOf(failures));
    }
}
