package org.minsheng.projects;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;
import org.minsheng.support.Covers;
import org.minsheng.support.Given;

/** A second district works beside the first one and neither sees the other: a newcomer's first hour, told as steps. */
@QuarkusTest
class SecondDistrictTest {
    @Test
    @Covers("ASVS 2.3.1")
    void a_promise_is_drafted_published_frozen_and_changed_only_by_order() {
        Given given = Given.district();
        String supervisor = given.supervisor();

        String programme = As.json(supervisor, Map.of("year", 2027, "title", "2027年民生实事"))
                .post("/api/v1/programmes")
                .then()
                .statusCode(201)
                .header("ETag", "\"v0\"")
                .extract()
                .path("id");
        String project = As.json(supervisor, Map.of("programmeId", programme, "text", given.projectText(1)))
                .post("/api/v1/projects")
                .then()
                .statusCode(201)
                .body("leadUnits.name", hasItem("区民政局"))
                .extract()
                .path("id");
        String indicator = As.json(supervisor, Map.of("projectId", project, "text", Given.beds(2027)))
                .post("/api/v1/indicators")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        As.person("mzj-reviewer").get("/api/v1/programmes/" + programme).then().statusCode(404);
        As.person("mzj-reviewer").get("/api/v1/projects/" + project).then().statusCode(404);
        As.person("mzj-reviewer").get("/api/v1/indicators/" + indicator).then().statusCode(404);
        As.nobody()
                .get("/api/v1/projects/" + project)
                .then()
                .statusCode(401)
                .body("code", equalTo("access.token-required"));
        As.json("mzj-reviewer", Map.of("year", 2027, "title", "x"))
                .post("/api/v1/programmes")
                .then()
                .statusCode(403)
                .contentType(startsWith("application/problem+json"));

        patch(supervisor, indicator, Map.of("targetValue", 120, "printedValue", "120"))
                .patch("/api/v1/indicators/" + indicator)
                .then()
                .statusCode(428);
        patch(supervisor, indicator, Map.of("targetValue", 120, "printedValue", "120"))
                .header("If-Match", "\"v7\"")
                .patch("/api/v1/indicators/" + indicator)
                .then()
                .statusCode(412)
                .header("ETag", "\"v0\"");
        patch(supervisor, indicator, Map.of("commitment", "ESTIMATE"))
                .header("If-Match", "\"v0\"")
                .patch("/api/v1/indicators/" + indicator)
                .then()
                .statusCode(422)
                .body("errors.code", hasItem("indicator.estimate-is-no-pass-line"));
        As.person(supervisor)
                .contentType("text/plain")
                .body("x")
                .post("/api/v1/indicators")
                .then()
                .statusCode(415)
                .body("code", equalTo("request.unsupported-media-type"));

        As.person(supervisor)
                .header("If-Match", "\"v0\"")
                .post("/api/v1/programmes/" + programme + "/publication")
                .then()
                .statusCode(200)
                .body("status", equalTo("PUBLISHED"));
        patch(supervisor, indicator, Map.of("targetValue", 120, "printedValue", "120"))
                .header("If-Match", "\"v1\"")
                .patch("/api/v1/indicators/" + indicator)
                .then()
                .statusCode(409)
                .body("code", equalTo("programme.frozen"));

        Map<String, Object> order = new LinkedHashMap<>(Map.of(
                "subjectType", "INDICATOR",
                "subjectId", indicator,
                "action", "CHANGE_TARGET",
                "newValue", 120,
                "newPrinted", "120 张",
                "reason", "上级任务调整",
                "approvedBy", "区人大常委会",
                "documentNumber", "〔2027〕9号",
                "effectiveOn", "2027-07-01"));
        As.json(supervisor, order)
                .header("Idempotency-Key", "order-" + given.tag())
                .post("/api/v1/programmes/" + programme + "/change-orders")
                .then()
                .statusCode(201)
                .body("oldPrinted", equalTo("100 张"));
        As.json(supervisor, order)
                .header("Idempotency-Key", "order-" + given.tag())
                .post("/api/v1/programmes/" + programme + "/change-orders")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true");
        As.person(supervisor)
                .get("/api/v1/indicators/" + indicator)
                .then()
                .statusCode(200)
                .body("targetValue", equalTo(120))
                .body("originalTargetValue", equalTo(100))
                .body("originalPrinted", equalTo("100 张"));
    }

    private static io.restassured.specification.RequestSpecification patch(String who, String id, Object body) {
        return As.person(who).contentType("application/merge-patch+json").body(body);
    }
}
