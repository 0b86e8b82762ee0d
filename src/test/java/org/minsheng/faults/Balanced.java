package org.minsheng.faults;

import java.io.IOException;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.minsheng.support.Line;
import org.minsheng.support.PackagedApplication;

/**
 * Clients behind a load balancer that keep their connections: they ask one instance, and another one as soon as the first is
 * not ready. Half of them write.
 */
final class Balanced implements AutoCloseable {
    /** @param at when it was met, as {@link System#nanoTime} tells it */
    record Failure(long at, String what) {}

    final Queue<Failure> failures = new ConcurrentLinkedQueue<>();
    final AtomicInteger answered = new AtomicInteger();
    final AtomicInteger toldToGo = new AtomicInteger();
    private final List<Thread> clients = new ArrayList<>();
    private final PackagedApplication usual;
    private final PackagedApplication other;
    private final String token;
    private volatile PackagedApplication asked;
    private volatile boolean stopped;
    volatile long lastAnswered;

    Balanced(PackagedApplication usual, PackagedApplication other, String token, int count) {
        this.usual = usual;
        this.other = other;
        this.token = token;
        asked = usual;
        for (int i = 0; i < count; i++) {
            boolean writes = i % 2 == 0;
            Thread client = new Thread(() -> work(writes), "client-" + i);
            client.setDaemon(true);
            client.start();
            clients.add(client);
        }
    }

    void turnWhenNotReady() {
        Awaitility.await().until(() -> usual.get("/q/health/ready") == 503);
        asked = other;
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        for (Thread client : clients) client.join();
    }

    private void work(boolean writes) {
        while (!stopped) {
            PackagedApplication to = asked;
            try (Line line = new Line(to.port())) {
                while (!stopped && to == asked) {
                    Line.Answer answer = writes ? write(line) : line.ask("GET /api/v1/units?limit=5", token, "", "");
                    if (answer.status() == (writes ? 201 : 200)) answered();
                    else failed(answer.toString());
                    if (answer.isLast()) {
                        toldToGo.incrementAndGet();
                        break;
                    }
                }
            } catch (ConnectException gone) {
                failed(gone.toString());
                return; // nobody listens there any more
            } catch (IOException lost) {
                failed(lost.toString());
            }
        }
    }

    private void answered() {
        answered.incrementAndGet();
        lastAnswered = System.nanoTime();
    }

    private void failed(String what) {
        failures.add(new Failure(System.nanoTime(), what));
    }

    private Line.Answer write(Line line) throws IOException {
        String code = "b" + UUID.randomUUID().toString().substring(0, 13);
        return line.ask(
                "POST /api/v1/units",
                token,
                "",
                "{\"code\":\"%s\",\"type\":\"GOVERNMENT\",\"name\":\"%s\"}".formatted(code, code));
    }
}
