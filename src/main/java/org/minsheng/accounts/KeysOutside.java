package org.minsheng.accounts;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jose4j.http.SimpleGet;
import org.jose4j.http.SimpleResponse;

/** Reads the keys of another issuer at the address that is configured and at no other: redirects are not followed. */
final class KeysOutside implements SimpleGet {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private record Answer(HttpResponse<String> answer) implements SimpleResponse {
        @Override
        public int getStatusCode() {
            return answer.statusCode();
        }

        @Override
        public String getStatusMessage() {
            return "";
        }

        @Override
        public Collection<String> getHeaderNames() {
            return answer.headers().map().keySet();
        }

        @Override
        public List<String> getHeaderValues(String name) {
            return answer.headers().allValues(name);
        }

        @Override
        public String getBody() {
            return answer.body();
        }
    }

    @Override
    public SimpleResponse get(String address) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != OK) throw new IOException("answered with " + answer.statusCode());
            return new Answer(answer);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
