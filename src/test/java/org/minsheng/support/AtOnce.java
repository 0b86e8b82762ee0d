package org.minsheng.support;

import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Callers who all begin in the same moment. */
public final class AtOnce {
    private AtOnce() {}

    /** The statuses of their answers, in order of size. */
    public static List<Integer> statuses(int callers, IntFunction<ValidatableResponse> request) {
        return answers(callers, request).stream()
                .map(answer -> answer.extract().statusCode())
                .sorted()
                .toList();
    }

    public static <T> List<T> answers(int callers, IntFunction<T> request) {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        CyclicBarrier start = new CyclicBarrier(callers);
        try {
            List<Future<T>> asked = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                int caller = i;
                asked.add(threads.submit(() -> {
                    start.await();
                    return request.apply(caller);
                }));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> one : asked) answers.add(one.get());
            return answers;
        } catch (Exception failed) {
            throw new AssertionError(failed);
        } finally {
            threads.shutdown();
        }
    }
}
