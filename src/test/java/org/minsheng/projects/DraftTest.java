package org.minsheng.projects;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;
import org.minsheng.support.Given;

/** What may be written while a programme is a draft, and the little that may be filled in afterwards. */
@QuarkusTest
class DraftTest {
    private static final String MERGE_PATCH = "application/merge-patch+json";
    private Given given;
    private String programme;

    @BeforeEach
    void a_district_with_a_draft() {
        given = Given.district();
        programme = given.programme(2026);
    }

    @Test
    void the_notice_is_stored_and_every_quote_must_stand_where_it_says() {
        String notice = "附件：新增护理型床位至少 100 张。改造道路 3 条。";
        As.json(given.supervisor(), Map.of("text", notice, "annex", Map.of("start", 3, "end", 40)))
                .put("/api/v1/programmes/" + programme + "/source")
                .then()
                .statusCode(422)
                .body("code", equalTo("source.annex-outside-text"));
        As.json(given.supervisor(), Map.of("text", notice, "annex", Map.of("start", 3, "end", 28)))
                .put("/api/v1/programmes/" + programme + "/source")
                .then()
                .statusCode(200)
                .header("ETag", "\"v0\"");
        String project = given.project(programme, 1);
        Map<String, Object> promise = Given.beds(2026);
        promise.put("span", Map.of("start", 4, "end", 19));
        As.json(given.supervisor(), Map.of("projectId", project, "text", promise))
                .post("/api/v1/indicators")
                .then()
                .statusCode(422)
                .body("code", equalTo("import.quote-not-at-span"));
        promise.put("span", Map.of("start", 3, "end", 18));
        given.indicator(project, promise);

        As.person(given.supervisor())
                .get("/api/v1/programmes/" + programme + "/source/coverage")
                .then()
                .statusCode(200)
                .body("uncovered.text", contains("。改造道路 3 条。"));
        As.json(given.supervisor(), Map.of("text", "附件：" + notice))
                .put("/api/v1/programmes/" + programme + "/source")
                .then()
                .statusCode(428);
        As.json(given.supervisor(), Map.of("text", "附件：" + notice))
                .header("If-Match", "\"v0\"")
                .put("/api/v1/programmes/" + programme + "/source")
                .then()
                .statusCode(422)
                .body("code", equalTo("import.quote-not-at-span"));
    }

    @Test
    void components_have_leads_of_their_own_and_stay_while_an_indicator_names_them() {
        Map<String, Object> text = given.projectText(1);
        text.put(
                "components",
                List.of(Map.of("mark", "①", "name", "床位", "leadUnitId", given.office(), "leadInferred", true)));
        As.json(given.supervisor(), Map.of("programmeId", programme, "text", text))
                .post("/api/v1/projects")
                .then()
                .statusCode(422)
                .body("code", equalTo("project.component-lead-leads-nothing"));
        text.put(
                "components",
                List.of(Map.of("mark", "①", "name", "床位", "leadUnitId", given.bureau(), "leadInferred", true)));
        String project = given.project(programme, text);
        String component = As.person(given.supervisor())
                .get("/api/v1/projects/" + project)
                .then()
                .body("components[0].leadName", equalTo("区民政局"))
                .extract()
                .path("components[0].id");
        Map<String, Object> promise = Given.beds(2026);
        promise.put("componentId", component);
        given.indicator(project, promise);

        patch("/api/v1/projects/" + project, Map.of("components", List.of()))
                .statusCode(409)
                .body("code", equalTo("project.component-in-use"));
        patch("/api/v1/projects/" + project, Map.of("name", "优化养老服务供给"))
                .statusCode(200)
                .body("components[0].id", equalTo(component));
    }

    @Test
    void a_draft_can_be_removed_with_everything_in_it_but_nothing_published() {
        String project = given.project(programme, 1);
        String indicator = given.indicator(project, Given.beds(2026));
        As.json(given.supervisor(), Map.of("text", "附件"))
                .put("/api/v1/programmes/" + programme + "/source")
                .then()
                .statusCode(200);
        remove(programme).statusCode(204);
        for (String path : List.of("programmes/" + programme, "projects/" + project, "indicators/" + indicator))
            As.person(given.supervisor()).get("/api/v1/" + path).then().statusCode(404);

        String next = given.programme(2026);
        given.indicator(given.project(next, 1), Given.beds(2026));
        given.publish(next);
        As.person(given.supervisor())
                .header("If-Match", "\"v1\"")
                .delete("/api/v1/programmes/" + next)
                .then()
                .statusCode(409)
                .body("code", equalTo("programme.frozen"));
    }

    @Test
    void what_the_notice_leaves_open_is_filled_in_after_publication() {
        Map<String, Object> stock = Given.beds(2026);
        stock.putAll(Map.of("measureKind", "STOCK", "reportingBasis", "TO_DATE"));
        String project = given.project(programme, 1);
        String indicator = given.indicator(project, stock);
        given.publish(programme);
        String reviewer = given.person("reviewer", given.bureau());
        String stranger = given.person("reviewer", given.town("t1", "鼓楼街道"));

        Map<String, String> people = Map.of("contactPerson", "王某", "leaderInCharge", "李某");
        As.json(stranger, people)
                .header("If-Match", "\"v1\"")
                .put("/api/v1/projects/" + project + "/people")
                .then()
                .statusCode(404);
        As.json(reviewer, people)
                .header("If-Match", "\"v1\"")
                .put("/api/v1/projects/" + project + "/people")
                .then()
                .statusCode(200)
                .body("contactPerson", equalTo("王某"))
                .body("updatedAt", notNullValue());
        As.json(given.supervisor(), Map.of("baseline", 55, "reason", "2025年统计年报"))
                .header("If-Match", "\"v1\"")
                .put("/api/v1/indicators/" + indicator + "/baseline")
                .then()
                .statusCode(200)
                .body("baseline", equalTo(55));
        As.person(given.supervisor())
                .get("/api/v1/projects/" + project + "/gaps")
                .then()
                .statusCode(200)
                .body("items.findAll { it.code == 'baseline' }", empty());
    }

    @Test
    void projects_are_found_by_id_code_or_written_name_of_a_unit() {
        String project = given.project(programme, 1);
        for (String unit : List.of(given.bureau(), given.bureau().toUpperCase(), "mzj", "区民政局"))
            for (String filter : List.of("unit", "leadUnit"))
                As.person(given.supervisor())
                        .queryParam(filter, unit)
                        .get("/api/v1/projects")
                        .then()
                        .statusCode(200)
                        .body("items.id", contains(project));
        As.person(given.supervisor())
                .queryParam("unit", given.office())
                .get("/api/v1/projects")
                .then()
                .body("items", empty());
    }

    private io.restassured.response.ValidatableResponse remove(String id) {
        return As.person(given.supervisor())
                .header("If-Match", "\"v0\"")
                .delete("/api/v1/programmes/" + id)
                .then();
    }

    private io.restassured.response.ValidatableResponse patch(String path, Object body) {
        return As.person(given.supervisor())
                .contentType(MERGE_PATCH)
                .header("If-Match", "\"v0\"")
                .body(body)
                .patch(path)
                .then();
    }
}
