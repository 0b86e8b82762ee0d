package org.minsheng.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;
import org.minsheng.support.Given;
import org.minsheng.support.Wire;

/** Whoever asks is answered as who they are, however many others ask at the same moment. */
@QuarkusTest
class ManyAtOnceTest {
    private static final int PEOPLE = 8;
    private static final int THREADS = 64;
    private static final int ROUNDS = 10;

    /** Each in a district of their own, with one programme there. */
    private final Map<String, String> programmes = new LinkedHashMap<>();

    @Test
    void nobody_is_taken_for_another_and_no_list_is_anothers() throws Exception {
        for (int i = 0; i < PEOPLE; i++) {
            Given given = Given.district();
            programmes.put(given.supervisor(), given.programme(Given.YEAR));
        }
        List<String> people = List.copyOf(programmes.keySet());
        people.forEach(As::token);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<List<String>>> asking = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            String person = people.get(i % PEOPLE);
            Callable<List<String>> asks = () -> {
                start.await();
                return confusions(person);
            };
            asking.add(threads.submit(asks));
        }
        start.countDown();
        List<String> confused = new ArrayList<>();
        for (Future<List<String>> one : asking) confused.addAll(one.get());
        threads.shutdown();
        assertEquals(List.of(), confused);
    }

    private List<String> confusions(String person) {
        List<String> confused = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            String name = asked(person, "/api/v1/me").getString("username");
            if (!person.equals(name)) confused.add(person + " was taken for " + name);
            List<String> listed = asked(person, "/api/v1/programmes").getList("items.id");
            if (!List.of(programmes.get(person)).equals(listed)) confused.add(person + " was shown " + listed);
        }
        return confused;
    }

    private static JsonPath asked(String person, String path) {
        Wire.Answer answer = Wire.ask("GET", path, person, Map.of(), null);
        assertEquals(200, answer.status(), answer::body);
        return JsonPath.from(answer.body());
    }
}
