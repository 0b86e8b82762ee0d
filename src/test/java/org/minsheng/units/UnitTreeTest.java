package org.minsheng.units;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;
import org.minsheng.support.Given;

@QuarkusTest
class UnitTreeTest {
    private Given given;

    @BeforeEach
    void a_district() {
        given = Given.district();
    }

    @Test
    void a_renamed_unit_keeps_what_was_written_before_under_its_old_name() {
        String programme = given.programme(2026);
        String project = given.project(programme, 1);
        move("renaming", given.bureau(), "v0", Map.of("name", "区民政和养老局", "validFrom", "2026-06-01"))
                .statusCode(200)
                .body("name", equalTo("区民政和养老局"));

        As.person(given.supervisor())
                .get("/api/v1/projects/" + project)
                .then()
                .body("leadUnits.name", contains("区民政局"));
        As.person(given.supervisor())
                .get("/api/v1/units/" + given.bureau() + "/history")
                .then()
                .statusCode(200)
                .body("items.name", contains("区民政局", "区民政和养老局"))
                .body("items.validFrom", contains("2020-01-01", "2026-06-01"))
                .body("items.validTo", contains("2026-05-31", null));
    }

    @Test
    void a_subtree_moves_as_a_whole_and_its_history_tells_where_it_stood() {
        String town = given.town("t1", "鼓楼街道");
        String station = Given.unit(town, "t1-s", "INSTITUTION", "鼓楼街道卫生院");
        String other = Given.unit(given.government(), "park", "PARK", "工业园区");
        move("move", town, "v0", Map.of("parentId", other, "validFrom", "2026-04-01"))
                .statusCode(200)
                .body("parentId", equalTo(other));

        As.person(given.supervisor())
                .get("/api/v1/units/" + town + "/history")
                .then()
                .body("items.parentId", contains(given.government(), other))
                .body("items.validTo", contains("2026-03-31", null));
        As.person(given.supervisor())
                .queryParam("parent", town)
                .get("/api/v1/units")
                .then()
                .body("items.id", contains(station));
        List<String> inTreeOrder = As.person(given.supervisor())
                .get("/api/v1/units")
                .then()
                .extract()
                .path("items.id");
        org.junit.jupiter.api.Assertions.assertEquals(
                Arrays.asList(given.government(), given.office(), given.bureau(), other, town, station), inTreeOrder);
        move("move", other, "v0", Map.of("parentId", station))
                .statusCode(422)
                .body("code", equalTo("unit.under-itself"));
    }

    @Test
    void a_unit_entered_by_mistake_goes_but_one_that_is_named_stays() {
        String mistake = given.town("x", "写错的街道");
        As.person("sysadmin").delete("/api/v1/units/" + mistake).then().statusCode(428);
        As.person("sysadmin")
                .header("If-Match", "\"v0\"")
                .delete("/api/v1/units/" + mistake)
                .then()
                .statusCode(204);
        As.person("sysadmin").get("/api/v1/units/" + mistake).then().statusCode(404);
        As.person("sysadmin")
                .header("If-Match", "\"v0\"")
                .delete("/api/v1/units/" + given.office())
                .then()
                .statusCode(409)
                .body("code", equalTo("resource.in-use"));
    }

    @Test
    void a_closed_unit_keeps_its_history_and_takes_no_more_changes() {
        String town = given.town("t2", "旧街道");
        As.person("sysadmin")
                .header("If-Match", "\"v0\"")
                .post("/api/v1/units/" + town + "/closure")
                .then()
                .statusCode(200)
                .body("actions", empty());
        move("renaming", town, "v1", Map.of("name", "新街道")).statusCode(409).body("code", equalTo("unit.closed"));
        As.person(given.supervisor())
                .get("/api/v1/units/" + town + "/history")
                .then()
                .body("items", hasSize(1))
                .body("items[0].validTo", org.hamcrest.Matchers.notNullValue());
    }

    @Test
    void a_group_has_dated_members_and_is_resolved_on_the_day_of_publication() {
        String town = given.town("t1", "鼓楼街道");
        String gone = given.town("t2", "龙桥街道");
        String group = As.json(
                        "sysadmin",
                        Map.of(
                                "governmentId",
                                given.government(),
                                "code",
                                "towns",
                                "name",
                                "各镇街",
                                "members",
                                List.of(
                                        Map.of("unitId", town, "validFrom", "2020-01-01"),
                                        Map.of("unitId", gone, "validFrom", "2020-01-01", "validTo", "2021-12-31"))))
                .post("/api/v1/unit-groups")
                .then()
                .statusCode(201)
                .body("members.name", contains("鼓楼街道", "龙桥街道"))
                .extract()
                .path("id");
        Map<String, Object> text = given.projectText(1);
        text.put("coGroupIds", List.of(group));
        String programme = given.programme(2026);
        String project = given.project(programme, text);
        given.indicator(project, Given.beds(2026));
        given.publish(programme);

        replaceMembers(group, "v0", List.of(Map.of("unitId", gone), Map.of("unitId", town, "validFrom", "2020-01-01")))
                .statusCode(200)
                .body("members[0].unitId", equalTo(gone))
                .body("members[0].validTo", nullValue());
        As.person(given.supervisor())
                .queryParam("unit", gone)
                .get("/api/v1/unit-groups")
                .then()
                .body("items.code", contains("towns"));
        As.person("sysadmin")
                .header("If-Match", "\"v1\"")
                .delete("/api/v1/unit-groups/" + group)
                .then()
                .statusCode(409);
    }

    @Test
    void a_unit_is_a_member_of_a_group_only_once_on_any_day() {
        String town = given.town("t1", "鼓楼街道");
        String group = As.json("sysadmin", Map.of("governmentId", given.government(), "code", "g", "name", "各镇街"))
                .post("/api/v1/unit-groups")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Map<String, String> early = Map.of("unitId", town, "validFrom", "2020-01-01", "validTo", "2020-12-31");
        replaceMembers(group, "v0", List.of(early, Map.of("unitId", town, "validFrom", "2020-12-31")))
                .statusCode(422)
                .body("code", equalTo("unit-group.member-twice"));
        replaceMembers(group, "v0", List.of(early, Map.of("unitId", town, "validFrom", "2021-01-01")))
                .statusCode(200)
                .body("members", hasSize(2));
        String stranger = Given.district().bureau();
        replaceMembers(group, "v1", List.of(Map.of("unitId", stranger)))
                .statusCode(422)
                .body("code", equalTo("unit-group.unknown-unit"));
    }

    private static io.restassured.response.ValidatableResponse replaceMembers(
            String group, String version, List<?> members) {
        return As.json("sysadmin", Map.of("members", members))
                .header("If-Match", "\"" + version + "\"")
                .put("/api/v1/unit-groups/" + group + "/members")
                .then();
    }

    private static io.restassured.response.ValidatableResponse move(
            String move, String unit, String version, Map<String, String> body) {
        return As.json("sysadmin", body)
                .header("If-Match", "\"" + version + "\"")
                .post("/api/v1/units/" + unit + "/" + move)
                .then();
    }
}
