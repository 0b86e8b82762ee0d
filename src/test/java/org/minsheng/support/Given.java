package org.minsheng.support;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A district of its own for a test, made through the API with real tokens; no other test ever sees it. */
public record Given(String tag, String government, String office, String bureau, String supervisor) {
    /** Last year: all its months have begun and ended, whenever the tests run. */
    public static final int YEAR =
            java.time.Year.now(org.minsheng.time.Time.CHINA).getValue() - 1;

    /** Code of a month of that year. */
    public static String month(int month) {
        return "%d-%02d".formatted(YEAR, month);
    }

    public static Given district() {
        return district(null);
    }

    /** @param city the government above; null for none */
    public static Given district(String city) {
        String tag = UUID.randomUUID().toString().substring(0, 8);
        String government = unit(city, "d" + tag, "GOVERNMENT", "第二区");
        String office = unit(government, "ducha", "SUPERVISION", "督查室");
        String bureau = unit(government, "mzj", "DEPARTMENT", "区民政局");
        return new Given(tag, government, office, bureau, account("sup-" + tag, office, "supervisor"));
    }

    public String town(String code, String name) {
        return unit(government, code, "SUBDISTRICT", name);
    }

    public String person(String role, String unit) {
        return account(role + "-" + UUID.randomUUID().toString().substring(0, 8), unit, role);
    }

    public String programme(int year) {
        return id(As.json(supervisor, Map.of("year", year, "title", year + "年民生实事"))
                .post("/api/v1/programmes"));
    }

    public String project(String programme, int ordinal) {
        return project(programme, projectText(ordinal));
    }

    public String project(String programme, Map<String, Object> text) {
        return id(As.json(supervisor, Map.of("programmeId", programme, "text", text))
                .post("/api/v1/projects"));
    }

    public Map<String, Object> projectText(int ordinal) {
        return new LinkedHashMap<>(Map.of(
                "ordinal", ordinal, "name", "优化养老服务", "content", "新增护理型床位至少 100 张。", "leadUnitIds", List.of(bureau)));
    }

    public String indicator(String project, Map<String, Object> promise) {
        return id(As.json(supervisor, Map.of("projectId", project, "text", promise))
                .post("/api/v1/indicators"));
    }

    public void publish(String programme) {
        As.person(supervisor)
                .header("If-Match", "\"v0\"")
                .post("/api/v1/programmes/" + programme + "/publication")
                .then()
                .statusCode(200);
    }

    /** 新增护理型床位至少 100 张, as the first promise of a year. */
    public static Map<String, Object> beds(int year) {
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
        text.put("windowStart", year + "-01-01");
        text.put("windowEnd", year + "-12-31");
        text.put("headline", true);
        text.put("weight", 1);
        text.put("additiveOverUnits", true);
        text.put("reportingBasis", "PERIOD");
        return text;
    }

    public static String unit(String parent, String code, String type, String name) {
        Map<String, Object> body =
                new LinkedHashMap<>(Map.of("code", code, "type", type, "name", name, "validFrom", "2020-01-01"));
        if (parent != null) body.put("parentId", parent);
        return id(As.json("sysadmin", body).post("/api/v1/units"));
    }

    public static String account(String username, String unit, String role) {
        var opened = As.json("sysadmin", Map.of("username", username, "displayName", username, "unitId", unit))
                .post("/api/v1/accounts")
                .then()
                .statusCode(201)
                .extract();
        As.json("secadmin", Map.of("roles", List.of(role)))
                .header("If-Match", "\"v0\"")
                .put("/api/v1/accounts/" + opened.path("id") + "/roles")
                .then()
                .statusCode(200);
        As.settle(username, opened.path("initialPassword"));
        return username;
    }

    private static String id(io.restassured.response.Response created) {
        return created.then().statusCode(201).extract().path("id");
    }
}
