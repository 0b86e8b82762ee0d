package org.minsheng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.support.Covers;
import org.minsheng.support.PackagedApplication;

/** An installation with small limits, used beyond them. */
class PackagedLimitsIT {
    private static final int AT_ONCE = 4;
    private static final int SENDING = 16;

    private final HttpClient client = HttpClient.newHttpClient();
    private PackagedApplication server;

    @TempDir
    Path folder;

    @Test
    @Covers({"ASVS 2.4.1", "ASVS 15.2.2"})
    void whoever_asks_too_much_is_told_to_wait_and_nobody_else() throws Exception {
        try (PackagedApplication demo = PackagedApplication.demo(
                folder,
                "-Dminsheng.demo.history=false",
                "-Dminsheng.limits.person=40",
                "-Dminsheng.limits.anonymous=30",
                "-Dminsheng.limits.sign-in=60",
                "-Dminsheng.limits.sending-of-one=" + SENDING,
                "-Dminsheng.limits.at-once=" + AT_ONCE)) {
            demo.awaitWelcome();
            server = demo;
            String busy = signIn("ducha");
            String quiet = signIn("leader");

            slow_senders_take_no_place_of_others(quiet);
            requests_beyond_the_places_are_told_to_come_back();
            tenfold_of_a_quota_is_refused(busy, 40);
            tenfold_of_a_quota_is_refused(null, 30);
            assertEquals(200, get(quiet).statusCode());
            assertEquals(200, demo.get("/q/health/ready"));
            assertTrue(demo.read("/q/metrics").contains("minsheng_requests_working 0.0"));
        }
    }

    private void slow_senders_take_no_place_of_others(String token) throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            while (slow.size() < SENDING) slow.add(halfRequest());
            await(SENDING);
            assertEquals(200, get(token).statusCode());
            assertEquals(
                    503,
                    client.send(login("ducha", "x"), BodyHandlers.ofString()).statusCode());
        } finally {
            for (Socket socket : slow) socket.close();
        }
        await(0);
    }

    private void await(int sending) throws Exception {
        String gauge = "minsheng_requests_sending " + sending + ".0";
        Instant patience = Instant.now().plusSeconds(20);
        while (!server.read("/q/metrics").contains(gauge))
            assertTrue(Instant.now().isBefore(patience), gauge);
    }

    /** A password takes its time to be checked. */
    private void requests_beyond_the_places_are_told_to_come_back() {
        List<HttpResponse<String>> answers = together(10 * AT_ONCE, login("ducha", "wrong-" + "x".repeat(100)));
        List<HttpResponse<String>> refused = answers.stream()
                .filter(a -> a.statusCode() == 503)
                .peek(a ->
                        assertEquals("1", a.headers().firstValue("Retry-After").orElseThrow()))
                .toList();
        assertTrue(!refused.isEmpty() && refused.get(0).body().contains("service.full"), refused::toString);
        assertTrue(answers.stream().anyMatch(a -> a.statusCode() == 401));
    }

    private void tenfold_of_a_quota_is_refused(String token, int quota) throws Exception {
        int served = 0;
        for (int i = 0; i < 10 * quota; i++) {
            HttpResponse<String> answer = get(token);
            if (answer.statusCode() != 429) {
                served++;
                continue;
            }
            int wait =
                    Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow());
            assertTrue(wait >= 1 && wait <= 2, answer.headers()::toString);
            assertTrue(answer.body().contains("\"code\":\"request.too-many\""), answer.body());
        }
        // the purse fills by and by while we ask
        assertTrue(served >= quota - 5 && served < 2 * quota, "served " + served);
    }

    private HttpResponse<String> get(String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + "/api/v1/projects?limit=1"));
        if (token != null) request.header("Authorization", "Bearer " + token);
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest login(String username, String password) {
        return HttpRequest.newBuilder(URI.create(server.address() + "/api/v1/auth/login"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password)))
                .build();
    }

    private String signIn(String username) throws IOException, InterruptedException {
        String body = client.send(login(username, "Demo-2026-Yanzhou"), BodyHandlers.ofString())
                .body();
        return body.replaceAll(".*\"accessToken\":\"([^\"]+)\".*", "$1");
    }

    private List<HttpResponse<String>> together(int times, HttpRequest request) {
        return IntStream.range(0, times)
                .mapToObj(i -> client.sendAsync(request, BodyHandlers.ofString()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private Socket halfRequest() throws IOException {
        URI address = URI.create(server.address());
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        socket.getOutputStream()
                .write(("POST /api/v1/auth/login HTTP/1.1\r\nHost: minsheng\r\nContent-Type: application/json\r\n"
                                + "Content-Length: 100\r\n\r\n{\"username\"")
                        .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }
}
