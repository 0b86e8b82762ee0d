package org.minsheng.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;

/** However often and however simultaneously a key is sent: one effect, and everybody hears of it. */
@QuarkusTest
class IdempotencyTest {
    private static final int ONE_AFTER_THE_OTHER = 5;
    private static final int AT_ONCE = 32;
    /** Shorter than the second that a caller is asked to wait. */
    private static final long PAUSE = 30_000_000;

    @TestHTTPResource("/api/v1/units")
    URI units;

    @Inject
    EntityManager database;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String prefix = "i" + UUID.randomUUID().toString().substring(0, 8);
    private String token;

    @Test
    void a_sample_of_keys_has_one_effect_each() throws Exception {
        one_effect_each(40);
    }

    @Test
    @Tag("slow")
    void ten_thousand_keys_have_one_effect_each() throws Exception {
        one_effect_each(10_000);
    }

    private void one_effect_each(int keys) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (int i = 0; i < keys; i++) {
                // tokens live ten minutes
                if (i % 500 == 0) token = As.login("sysadmin", As.PASSWORD);
                String code = prefix + "-" + i;
                List<Future<String>> answers = new ArrayList<>();
                // half of the keys meet the crowd first
                if (i % 2 == 0) repeat(code, answers);
                for (int n = 0; n < AT_ONCE; n++) answers.add(callers.submit(() -> answer(code)));
                for (Future<String> answer : answers) answer.get();
                if (i % 2 == 1) repeat(code, answers);
                List<String> heard = new ArrayList<>();
                for (Future<String> answer : answers) heard.add(answer.get());
                assertEquals(1, heard.stream().distinct().count(), heard::toString);
            }
        } finally {
            callers.shutdownNow();
        }
        assertEquals(keys, count("select count(*) from unit where code like ?1"));
        assertEquals(keys, count("""
                select count(*) from ledger_event e join unit u on e.subject_id = u.id
                where e.subject_type = 'unit' and u.code like ?1"""));
    }

    private void repeat(String code, List<Future<String>> answers) throws Exception {
        for (int n = 0; n < ONE_AFTER_THE_OTHER; n++) answers.add(CompletableFuture.completedFuture(answer(code)));
    }

    /** What the caller is told in the end: a key that is still at work is asked for again. */
    private String answer(String code) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(units)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", code)
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"code\":\"%s\",\"type\":\"GOVERNMENT\",\"name\":\"%s\"}".formatted(code, code)))
                .build();
        while (true) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
            if (answer.statusCode() == 201)
                return answer.headers().firstValue("Location").orElseThrow()
                        + answer.headers().firstValue("ETag").orElseThrow()
                        + answer.body();
            assertEquals(409, answer.statusCode(), answer.body());
            assertTrue(answer.body().contains("request.still-running"), answer.body());
            LockSupport.parkNanos(PAUSE);
            assertEquals("1", answer.headers().firstValue("Retry-After").orElse(null));
        }
    }

    private long count(String sql) {
        return QuarkusTransaction.requiringNew().call(() -> ((Number) database.createNativeQuery(sql)
                        .setParameter(1, prefix + "-%")
                        .getSingleResult())
                .longValue());
    }
}
