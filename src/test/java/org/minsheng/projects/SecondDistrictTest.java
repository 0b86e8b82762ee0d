package org.minsheng.projects;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;

/** A second district works beside the first one and neither sees the other: a newcomer's first hour, told as steps. */
@QuarkusTest
class SecondDistrictTest {
    private final String tag = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void a_promise_is_drafted_published_frozen_and_changed_only_by_order() {
        String district = unit(null, "d" + tag, "GOVERNMENT", "第二区");
        String office = unit(district, "ducha", "SUPERVISION", "督查室");
        String bureau = unit(district, "mzj", "DEPARTMENT", "区民政局");
        String supervisor = account("sup-" + tag, office, "supervisor");

        String programme = As.json(supervisor, Map.of("year", 2027, "title", "2027年民生实事"))
                .post("/api/v1/programmes")
                .then()
                .statusCode(201)
                .header("ETag", "\"v0\"")
                .extract()
                .path("id");
        String project = As.json(supervisor, Map.of("programmeId", programme, "text", projectText(bureau)))
                .post("/api/v1/projects")
                .then()
                .statusCode(201)
                .body("leadUnits.name", hasItem("区民政局"))
                .extract()
                .path("id");
        String indicator = As.json(supervisor, Map.of("projectId", project, "text", promise()))
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
                .header("If-Match", "\"v0\"")
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
                .header("Idempotency-Key", "order-" + tag)
                .post("/api/v1/programmes/" + programme + "/change-orders")
                .then()
                .statusCode(201)
                .body("oldPrinted", equalTo("100 张"));
        As.json(supervisor, order)
                .header("Idempotency-Key", "order-" + tag)
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

    private static String unit(String parent, String code, String type, String name) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("code", code, "type", type, "name", name));
        if (parent != null) body.put("parentId", parent);
        return As.json("sysadmin", body)
                .post("/api/v1/units")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String account(String username, String unit, String role) {
        String id = As.json(
                        "sysadmin",
                        Map.of("username", username, "displayName", username, "unitId", unit, "password", As.PASSWORD))
                .post("/api/v1/accounts")
                .then()
                .statusCode(201)
                .body("status", equalTo("PENDING"))
                .extract()
                .path("id");
        As.json("secadmin", Map.of("roles", List.of(role)))
                .header("If-Match", "\"v0\"")
                .put("/api/v1/accounts/" + id + "/roles")
                .then()
                .statusCode(200)
                .body("status", equalTo("ACTIVE"));
        return username;
    }

    private static Map<String, Object> projectText(String lead) {
        return Map.of("ordinal", 1, "name", "优化养老服务", "content", "新增护理型床位至少 100 张。", "leadUnitIds", List.of(lead));
    }

    private static Map<String, Object> promise() {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("ordinal", 1);
        text.put("code", "1.1");
        text.put("name", "新增护理型床位数");
        text.put("quote", "新增护理型床位至少 100 张");
        text.put("measureKind", "INCREMENT");
        text.put("commitment", "FLOOR");
        text.put("comparison", "GE");
        text.put("targetValue", 100);
        text.put("printedValue", "100");
        text.put("printedUnit", "张");
        text.put("unitOfMeasure", "bed");
        text.put("windowStart", "2027-01-01");
        text.put("windowEnd", "2027-12-31");
        text.put("headline", true);
        text.put("weight", 1);
        text.put("additiveOverUnits", true);
        text.put("reportingBasis", "PERIOD");
        return text;
    }
}
