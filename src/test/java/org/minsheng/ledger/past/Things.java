package org.minsheng.ledger.past;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.minsheng.support.As;

/** Things made through the API, known by their ids, and requests on any of them. */
class Things {
    private static final String PATCH = "application/merge-patch+json; charset=UTF-8";

    /** Everything there ever was, by kind. */
    final Map<String, List<String>> ids = new LinkedHashMap<>();

    private final Set<String> gone = new HashSet<>();
    final Random random;

    Things(Random random) {
        this.random = random;
    }

    List<String> ids(String kind) {
        return ids.getOrDefault(kind, List.of()).stream()
                .filter(id -> !gone.contains(id))
                .toList();
    }

    String know(String kind, Response created) {
        return know(kind, created.then().statusCode(201).extract().<String>path("id"));
    }

    String know(String kind, String id) {
        ids.computeIfAbsent(kind, k -> new ArrayList<>()).add(id);
        return id;
    }

    Response known(String kind, Response created) {
        if (created != null && created.statusCode() == 201) know(kind, created.<String>path("id"));
        return created;
    }

    Response post(String who, String path, Object body) {
        return As.json(who, body).post("/api/v1" + path);
    }

    Response patch(String who, String kind, Object body) {
        return onAny(kind, path -> As.json(who, body)
                .contentType(PATCH)
                .header("If-Match", tag(who, path))
                .patch(path));
    }

    Response put(String who, String kind, String part, Object body) {
        return onAny(
                kind,
                path -> As.json(who, body).header("If-Match", tag(who, path)).put(path + "/" + part));
    }

    Response move(String who, String kind, String move, Object body) {
        return onAny(
                kind,
                path -> As.json(who, body).header("If-Match", tag(who, path)).post(path + "/" + move));
    }

    Response moveLast(String who, String move, Object body) {
        List<String> known = ids("progress-entries");
        String path = "/api/v1/progress-entries/" + known.get(known.size() - 1);
        return As.json(who, body).header("If-Match", tag(who, path)).post(path + "/" + move);
    }

    Response delete(String who, String kind) {
        return onAny(kind, path -> {
            Response answer = As.person(who).header("If-Match", tag(who, path)).delete(path);
            if (answer.statusCode() == 204) gone.add(path.substring(path.lastIndexOf('/') + 1));
            return answer;
        });
    }

    /** On the first of the newest that takes it: what is old has mostly been decided on. */
    private Response onAny(String kind, Function<String, Response> act) {
        List<String> known = ids(kind);
        List<String> newest = new ArrayList<>(known.subList(Math.max(0, known.size() - 6), known.size()));
        Collections.shuffle(newest, random);
        Response answer = null;
        for (String id : newest) {
            answer = act.apply("/api/v1/" + kind + "/" + id);
            if (answer.statusCode() < 400) return answer;
        }
        return answer;
    }

    String one(String kind) {
        List<String> known = ids(kind);
        return known.get(Math.max(0, known.size() - 1 - random.nextInt(4)));
    }

    private static String tag(String who, String path) {
        String etag = As.person(who).get(path).header("ETag");
        return etag == null ? "\"v0\"" : etag;
    }
}
