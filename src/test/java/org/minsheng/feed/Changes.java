package org.minsheng.feed;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.minsheng.support.As;

/** The feed as one person reads it. */
record Changes(String who) {
    ValidatableResponse ask(Map<String, ?> parameters) {
        return As.person(who).queryParams(parameters).get("/api/v1/changes").then();
    }

    /** Everything after a point ({@code null}: from the beginning), page by page. */
    List<Map<String, Object>> after(String cursor, int limit) {
        List<Map<String, Object>> all = new ArrayList<>();
        String next = cursor;
        boolean more = true;
        while (more) {
            Map<String, Object> parameters =
                    next == null ? Map.of("limit", limit) : Map.of("limit", limit, "after", next);
            ValidatableResponse page = ask(parameters).statusCode(200);
            all.addAll(page.extract().path("items"));
            next = page.extract().path("page.next");
            more = page.extract().path("page.more");
        }
        return all;
    }

    List<Map<String, Object>> all() {
        return after(null, 200);
    }

    /** What was done to a thing, as soon as the last of it has its place. */
    List<String> actionsOf(String subject, String last) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> actions(subject), actions -> actions.contains(last));
    }

    List<String> actions(String subject) {
        return all().stream()
                .filter(c -> subject.equals(c.get("subjectId")))
                .map(c -> (String) c.get("action"))
                .toList();
    }

    String now() {
        return ask(Map.of("after", "now")).statusCode(200).extract().path("page.next");
    }
}
