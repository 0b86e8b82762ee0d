package org.minsheng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.support.Covers;
import org.minsheng.support.Line;
import org.minsheng.support.PackagedApplication;

/** An installation with small limits, used beyond them. */
class PackagedLimitsIT {
    private static final String PASSWORD = "Demo-2026-Yanzhou";
    private static final int AT_ONCE = 4;
    private static final int SENDING = 16;
    private static final String HALF = "POST /api/v1/auth/login HTTP/1.1\r\nHost: minsheng\r\n"
            + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"username\"";

    private final HttpClient client = HttpClient.newHttpClient();
    private PackagedApplication server;
    /** told by the proxy that the installation trusts */
    private String from;

    @TempDir
    Path folder;

    @Test
    @Covers({"ASVS 2.4.1", "ASVS 15.2.2"})
    void whoever_asks_too_much_is_told_to_wait_and_nobody_else() throws Exception {
        try (PackagedApplication demo = PackagedApplication.demo(
                folder,
                "-Dminsheng.demo.history=false",
                "-Dminsheng.limits.person=40",
                "-Dminsheng.limits.client=20",
                "-Dminsheng.limits.anonymous=30",
                "-Dminsheng.limits.at-once-of-one=2",
                "-Dminsheng.limits.refusal=0.02S",
                "-Dquarkus.http.proxy.proxy-address-forwarding=true",
                "-Dquarkus.http.proxy.allow-x-forwarded=true",
                "-Dquarkus.http.proxy.trusted-proxies=127.0.0.1",
                "-Dminsheng.limits.sign-in=80",
                "-Dminsheng.limits.sending-of-one=" + SENDING,
                "-Dminsheng.limits.at-once=" + AT_ONCE)) {
            demo.awaitWelcome();
            server = demo;
            String busy = signIn("ducha");
            String quiet = signIn("leader");

            slow_senders_take_no_place_of_others(bearer(quiet));
            requests_beyond_the_places_are_told_to_come_back();
            String sender = bearer(signIn("rdb-observer"));
            a_long_body_is_paid_for_as_many_requests(sender, true);
            a_long_body_is_paid_for_as_many_requests(sender, false);
            one_account_has_a_few_places(quiet);
            tenfold_of_a_quota_is_refused(bearer(busy), 40);
            tenfold_of_a_quota_is_refused(bearer(clientOfTheUnitOf(quiet)), 20);
            tenfold_of_a_quota_is_refused(null, 30);
            from = "192.0.2.1";
            tenfold_of_a_quota_is_refused(bearer(quiet.substring(0, quiet.length() - 86) + "A".repeat(86)), 30);
            from = "192.0.2.2";
            tenfold_of_a_quota_is_refused("Basic Og==", 30);
            assertEquals(200, get(bearer(quiet)).statusCode());
            assertEquals(429, get(bearer("x")).statusCode());
            from = "192.0.2.3";
            assertEquals(401, get(bearer("x")).statusCode());
            signing_in_has_a_quota_of_its_own(80);
            from = "192.0.2.4";
            the_audit_administrator_learns_of_it(bearer(signIn("auditor")));
            assertEquals(200, get(bearer(signIn("leader"))).statusCode());
            assertEquals(200, demo.get("/q/health/ready"));
            assertTrue(demo.read("/q/metrics").contains("minsheng_requests_working 0.0"));
        }
    }

    private void slow_senders_take_no_place_of_others(String authorization) throws Exception {
        List<Line> slow = new ArrayList<>();
        try {
            while (slow.size() < SENDING) {
                slow.add(new Line(server.port()));
                slow.get(slow.size() - 1).send(HALF);
            }
            await(SENDING);
            assertEquals(200, get(authorization).statusCode());
            assertEquals(503, ask(login("ducha", "x")).statusCode());
        } finally {
            for (Line line : slow) line.close();
        }
        await(0);
    }

    private void await(int sending) {
        String gauge = "minsheng_requests_sending " + sending + ".0";
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> server.read("/q/metrics")
                .contains(gauge));
    }

    /** A password takes its time to be checked. */
    private void requests_beyond_the_places_are_told_to_come_back() {
        List<HttpResponse<String>> answers = together(10 * AT_ONCE, login("ducha", "wrong-" + "x".repeat(100)));
        List<HttpResponse<String>> refused =
                answers.stream().filter(a -> a.statusCode() == 503).toList();
        refused.forEach(a -> assertEquals("1", told(a, "Retry-After")));
        assertTrue(refused.get(0).body().contains("service.full"), refused::toString);
        assertTrue(answers.stream().anyMatch(a -> a.statusCode() == 401));
    }

    private void tenfold_of_a_quota_is_refused(String authorization, int quota) throws Exception {
        Duration spending = null;
        int served = 0;
        Instant begin = Instant.now();
        for (int i = 0; i < 10 * quota; i++) {
            HttpResponse<String> answer = get(authorization);
            if (answer.statusCode() != 429) {
                served++;
                continue;
            }
            if (spending == null) spending = Duration.between(begin, Instant.now());
            int wait = Integer.parseInt(told(answer, "Retry-After"));
            assertTrue(wait >= 1 && wait <= 10 / quota + 1, answer.headers()::toString);
            assertTrue(answer.body().contains("\"code\":\"request.too-many\""), answer.body());
        }
        Duration took = Duration.between(begin, Instant.now());
        // the purse fills by and by while we ask
        long filled = quota * took.toMillis() / 10_000 + 1;
        assertTrue(served >= quota - 5 && served <= quota + filled, "served " + served + " in " + took);
        long paced = (quota * 9 / 10 - 8) * 10_000L / (4 * quota);
        assertTrue(spending.toMillis() >= paced, "a tenth at once, the rest at four times the rate: " + spending);
        assertTrue(took.toMillis() >= (10 * quota - served) * 10L, "each refusal is kept back: " + took);
    }

    private void a_long_body_is_paid_for_as_many_requests(String sender, boolean told) throws Exception {
        byte[] body = " ".repeat(320 << 10).getBytes(StandardCharsets.US_ASCII);
        Supplier<InputStream> stream = () -> new ByteArrayInputStream(body);
        Instant begin = Instant.now();
        long before = left(get(sender));
        HttpRequest longer = request("/api/v1/units", sender)
                .header("Content-Type", "application/json")
                .POST(told ? BodyPublishers.ofByteArray(body) : BodyPublishers.ofInputStream(stream))
                .build();
        assertEquals(403, ask(longer).statusCode());
        long spent = before - left(get(sender));
        long filled = Duration.between(begin, Instant.now()).toMillis() * 40 / 10_000 + 1;
        assertTrue(spent <= 12 && spent + filled >= 12, "spent " + spent + ", filled " + filled);
    }

    private static long left(HttpResponse<String> answer) {
        return Long.parseLong(told(answer, "RateLimit").replaceAll(".*;r=(\\d+);.*", "$1"));
    }

    private static String told(HttpResponse<?> answer, String header) {
        return answer.headers().firstValue(header).orElseThrow();
    }

    private void signing_in_has_a_quota_of_its_own(int quota) throws Exception {
        Instant begin = Instant.now();
        int tried = 0;
        while (ask(login("\\", "x")).statusCode() == 400) tried++;
        long filled = quota * Duration.between(begin, Instant.now()).toMillis() / 10_000 + 1;
        // a mistake counts as four
        assertTrue(tried >= quota / 4 - 5 && tried <= (quota + filled) / 4 + 1, "tried " + tried);
    }

    /** The places are given back: a request after the crowd is served. */
    private void one_account_has_a_few_places(String token) throws Exception {
        String same = "{\"currentPassword\":\"%1$s\",\"newPassword\":\"%1$s\"}".formatted(PASSWORD);
        HttpRequest change = request("/api/v1/me/password", bearer(token))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(same))
                .build();
        List<Integer> answers =
                together(8, change).stream().map(HttpResponse::statusCode).toList();
        assertTrue(answers.contains(429), answers::toString);
        assertTrue(answers.contains(422), answers::toString);
        assertEquals(200, get(bearer(token)).statusCode());
    }

    /** The token of a machine client that may read. */
    private String clientOfTheUnitOf(String member) throws Exception {
        String opener = signIn("sysadmin");
        String unit = told("unitId", send("GET", "/api/v1/me", member, "", "-"));
        String made =
                send("POST", "/api/v1/clients", opener, "{\"name\":\"对接系统\",\"unitId\":\"%s\"}".formatted(unit), "-");
        String path = "/api/v1/clients/" + told("id", made);
        send("PUT", path + "/scopes", signIn("secadmin"), "{\"scopes\":[\"client:read\"]}", "\"v0\"");
        String secret = told("secret", send("POST", path + "/secrets", opener, "", "-"));
        String basic = Base64.getEncoder()
                .encodeToString((told("id", made) + ":" + secret).getBytes(StandardCharsets.US_ASCII));
        HttpRequest exchange = request("/api/v1/auth/token", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        return told("access_token", ask(exchange).body());
    }

    private String send(String method, String path, String token, String body, String version) throws Exception {
        HttpResponse<String> answer = ask(request(path, bearer(token))
                .header("Content-Type", "application/json")
                .header("If-Match", version)
                .method(method, BodyPublishers.ofString(body))
                .build());
        assertEquals(2, answer.statusCode() / 100, answer.body());
        return answer.body();
    }

    private static String told(String name, String answer) {
        return answer.replaceAll("(?s).*?\"" + name + "\":\"([^\"]+)\".*", "$1");
    }

    private static String bearer(String token) {
        return "Bearer " + token;
    }

    private HttpRequest.Builder request(String path, String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path));
        if (from != null) request.header("X-Forwarded-For", from);
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    private void the_audit_administrator_learns_of_it(String auditor) {
        Set<Integer> read = new TreeSet<>();
        Set<String> refusals = new TreeSet<>();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> {
                    String entries = "/api/v1/ledger/entries";
                    List<Integer> told =
                            read(entries + "?action=request.refused", auditor).getList("items.index");
                    for (int entry : told) {
                        if (!read.add(entry)) continue;
                        String body = read(entries + "/" + entry, auditor).getString("body");
                        JsonPath state = JsonPath.from(body).setRootPath("state");
                        refusals.add(state.getString("detail") + " " + state.getString("operation"));
                    }
                    assertTrue(
                            refusals.containsAll(List.of("429 GET /api/v1/projects", "429 POST /api/v1/auth/login")),
                            refusals::toString);
                });
    }

    private JsonPath read(String path, String authorization) throws IOException, InterruptedException {
        return JsonPath.from(ask(request(path, authorization).build()).body());
    }

    private HttpResponse<String> get(String authorization) throws IOException, InterruptedException {
        return ask(request("/api/v1/projects?limit=1", authorization).build());
    }

    private HttpResponse<String> ask(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofString());
    }

    private HttpRequest login(String username, String password) {
        String body = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password);
        return request("/api/v1/auth/login", null)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private String signIn(String username) throws IOException, InterruptedException {
        String answer = ask(login(username, PASSWORD)).body();
        return told("accessToken", answer);
    }

    private List<HttpResponse<String>> together(int times, HttpRequest request) {
        return IntStream.range(0, times)
                .mapToObj(i -> client.sendAsync(request, BodyHandlers.ofString()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }
}
