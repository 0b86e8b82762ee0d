package org.minsheng.support;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Many plain requests, quickly; what they are answered is kept as it came. */
public final class Wire {
    public record Answer(int status, HttpResponse<byte[]> whole) {
        public String body() {
            return new String(whole.body(), StandardCharsets.UTF_8);
        }

        public String header(String name) {
            return whole.headers().firstValue(name).orElse(null);
        }

        public boolean isProblem() {
            return Optional.ofNullable(header("Content-Type")).orElse("").startsWith("application/problem+json");
        }
    }

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private Wire() {}

    /** @param path with its query, encoded */
    public static Answer ask(String method, String path, String person, Map<String, String> headers, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept-Language", "en")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (person != null) request.header("Authorization", "Bearer " + As.token(person));
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), answer);
        } catch (IOException failed) {
            throw new UncheckedIOException(method + " " + path, failed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
