package org.minsheng.feed;

import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** A listener as a browser is one: its frames as they came. */
final class Stream implements AutoCloseable {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    final List<String> frames = new CopyOnWriteArrayList<>();
    volatile HttpResponse.ResponseInfo head;
    volatile boolean ended;
    private volatile Flow.Subscription lines;
    private final StringBuilder frame = new StringBuilder();

    static Stream open(URI address, String token, String lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "en")
                .header("Accept", "text/event-stream");
        if (lastEventId != null) request.header("Last-Event-ID", lastEventId);
        Stream stream = new Stream();
        CLIENT.sendAsync(request.build(), head -> {
            stream.head = head;
            return HttpResponse.BodySubscribers.fromLineSubscriber(
                    stream.new Lines(), lines -> null, StandardCharsets.UTF_8, null);
        });
        await().until(() -> stream.head != null && (stream.head.statusCode() != 200 || !stream.frames.isEmpty()));
        return stream;
    }

    static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(15)).pollInterval(Duration.ofMillis(25));
    }

    List<JsonPath> changes() {
        return frames.stream()
                .filter(f -> f.contains("event:change\n"))
                .map(f -> JsonPath.from(f.substring(f.indexOf("data:") + 5)))
                .toList();
    }

    List<String> actions() {
        return changes().stream().map(c -> c.getString("action")).toList();
    }

    /** Of a refusal, which has no frames. */
    String text() {
        return frame.toString();
    }

    List<String> ids() {
        return frames.stream().map(Stream::id).filter(id -> id != null).toList();
    }

    private static String id(String frame) {
        return frame.lines()
                .filter(l -> l.startsWith("id:"))
                .map(l -> l.substring(3).strip())
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() {
        lines.cancel();
    }

    private final class Lines implements Flow.Subscriber<String> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            lines = subscription;
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            if (!line.isEmpty()) frame.append(line).append('\n');
            else {
                frames.add(frame.toString());
                frame.setLength(0);
            }
        }

        @Override
        public void onError(Throwable cut) {
            ended = true;
        }

        @Override
        public void onComplete() {
            ended = true;
        }
    }
}
