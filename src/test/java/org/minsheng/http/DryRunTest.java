package org.minsheng.http;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;
import org.minsheng.support.Given;

@QuarkusTest
class DryRunTest {
    @Test
    void a_rehearsed_change_is_answered_as_it_would_be_and_leaves_nothing_behind() {
        Given given = Given.district();
        String id = As.json(given.supervisor(), Map.of("year", 2026, "title", "试运行"))
                .header("Prefer", "respond-async, handling=dry-run")
                .header("Idempotency-Key", "rehearsal")
                .post("/api/v1/programmes")
                .then()
                .statusCode(201)
                .header("Preference-Applied", "handling=dry-run")
                .body("title", equalTo("试运行"))
                .extract()
                .path("id");
        As.person(given.supervisor()).get("/api/v1/programmes/" + id).then().statusCode(404);
        As.json(given.supervisor(), Map.of("year", 2026, "title", "试运行"))
                .header("Idempotency-Key", "rehearsal")
                .post("/api/v1/programmes")
                .then()
                .statusCode(201)
                .header("Preference-Applied", org.hamcrest.Matchers.nullValue());
        As.json(given.supervisor(), Map.of("year", 2026, "title", "再一次"))
                .header("Prefer", "handling=dry-run")
                .post("/api/v1/programmes")
                .then()
                .statusCode(409);
        As.person(given.supervisor())
                .queryParam("updatedSince", "2100-01-01T00:00:00Z")
                .get("/api/v1/projects")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        As.person(given.supervisor())
                .queryParam("updatedSince", "yesterday")
                .get("/api/v1/projects")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("updatedSince"));
    }
}
