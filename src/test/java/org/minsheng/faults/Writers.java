package org.minsheng.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.minsheng.support.As;

/**
 * Clients that open units one after the other, each under an idempotency key, and repeat what was not answered until it is.
 * They tell how each single request went.
 */
final class Writers implements AutoCloseable {
    private static final Duration GIVES_UP = Duration.ofSeconds(20);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(GIVES_UP)
            .build();
    private final String address;
    private final String token;
    private final String tag = UUID.randomUUID().toString().substring(0, 8);
    private final AtomicInteger next = new AtomicInteger();
    private final CountDownLatch done;
    private final CountDownLatch stopped = new CountDownLatch(1);

    final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    final AtomicInteger refused = new AtomicInteger();

    Writers(String address, int count) throws IOException, InterruptedException {
        this.address = address;
        token = login("sysadmin").getString("accessToken");
        done = new CountDownLatch(count);
        IntStream.range(0, count).forEach(i -> {
            Thread thread = new Thread(this::work, "writer-" + i);
            thread.setDaemon(true);
            thread.start();
        });
    }

    JsonPath login(String username) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = post(
                "/api/v1/auth/login",
                "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, As.PASSWORD),
                null);
        return JsonPath.from(new String(answer.body(), UTF_8));
    }

    /** Some more were acknowledged. */
    void awaitProgress(Duration within) {
        int before = acknowledged.size();
        Awaitility.await()
                .atMost(within)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> acknowledged.size() >= before + 20);
    }

    /** Some more were refused. */
    void awaitRefusals(Duration within) {
        int before = refused.get();
        Awaitility.await().atMost(within).pollInterval(Duration.ofMillis(20)).until(() -> refused.get() >= before + 8);
    }

    String token() {
        return token;
    }

    List<String> codes() {
        return List.copyOf(acknowledged);
    }

    String prefix() {
        return "w" + tag;
    }

    @Override
    public void close() throws InterruptedException {
        stopped.countDown();
        done.await();
    }

    private void work() {
        try {
            while (stopped.getCount() > 0) open("w" + tag + "-" + next.incrementAndGet());
        } catch (Exception broken) {
            complaints.add(broken.toString());
        } finally {
            done.countDown();
        }
    }

    private void open(String code) throws InterruptedException {
        String key = UUID.randomUUID().toString();
        while (true) {
            long began = System.nanoTime();
            HttpResponse<byte[]> answer = null;
            try {
                answer = post(
                        "/api/v1/units",
                        "{\"code\":\"%s\",\"type\":\"GOVERNMENT\",\"name\":\"%s\"}".formatted(code, code),
                        key);
            } catch (IOException cut) {
                complaints.add("no answer: " + cut);
            }
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            if (took.compareTo(Duration.ofSeconds(6)) > 0) complaints.add("took " + took);
            if (answer != null && answer.statusCode() == 201) {
                acknowledged.add(code);
                return;
            }
            if (answer != null) look(answer);
            // as a client that is told to come back; who stops wants to know this one's end all the same
            stopped.await(50, TimeUnit.MILLISECONDS);
        }
    }

    private void look(HttpResponse<byte[]> answer) {
        String body = new String(answer.body(), UTF_8);
        boolean again = answer.statusCode() == 503 || answer.statusCode() == 409 && body.contains("still-running");
        if (!again
                || answer.headers().firstValue("Retry-After").isEmpty()
                || !answer.headers().firstValue("Content-Type").orElse("").equals("application/problem+json"))
            complaints.add(answer.statusCode() + " " + body + answer.headers().map());
        refused.incrementAndGet();
    }

    private HttpResponse<byte[]> post(String path, String body, String key) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(GIVES_UP)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (key != null) request.header("Authorization", "Bearer " + token).header("Idempotency-Key", key);
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }
}
