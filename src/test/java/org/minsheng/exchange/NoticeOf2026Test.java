package org.minsheng.exchange;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;

/** The real notice, read as a front end would. */
@QuarkusTest
class NoticeOf2026Test {
    @Test
    void the_ten_projects_come_in_the_order_of_the_notice() {
        List<Integer> ordinals = As.person("wjj-reporter")
                .queryParam("q", "")
                .get("/api/v1/projects?year=2026&count=true&programme=" + programme())
                .then()
                .statusCode(200)
                .body("page.total", equalTo(10))
                .extract()
                .path("items.ordinal");
        assertEquals(IntStream.rangeClosed(1, 10).boxed().toList(), ordinals);
    }

    @Test
    void the_health_insurance_bureau_leads_projects_2_and_8() {
        As.person("leader")
                .queryParam("leadUnit", "区医保局")
                .queryParam("programme", programme())
                .get("/api/v1/projects")
                .then()
                .statusCode(200)
                .body("items.ordinal", contains(2, 8));
    }

    @Test
    void all_42_promises_have_their_kind_and_commitment() {
        List<Map<String, Object>> all = As.person("rdb-observer")
                .get("/api/v1/indicators?limit=200&programme=" + programme())
                .then()
                .statusCode(200)
                .body("items", hasSize(42))
                .extract()
                .path("items");
        assertEquals(
                Map.of("INCREMENT", 23L, "RATIO", 7L, "STOCK", 5L, "DELIVERABLE", 5L, "PARAMETER", 2L),
                count(all, "measureKind"));
        assertEquals(Map.of("FIRM", 24L, "FLOOR", 8L, "FULL_COVERAGE", 5L, "ESTIMATE", 5L), count(all, "commitment"));
    }

    @Test
    void one_round_trip_shows_a_project_with_its_indicators_and_units() {
        String id = As.person("ducha")
                .get("/api/v1/projects?programme=" + programme())
                .then()
                .extract()
                .path("items[1].id");
        As.person("ducha")
                .get("/api/v1/projects/" + id + "?expand=indicators,units")
                .then()
                .statusCode(200)
                .body("name", equalTo("优化养老服务供给"))
                .body("leadUnits.name", contains("区民政局", "区医保局"))
                .body("coUnits.name", contains("各镇街"))
                .body("components.mark", contains("①", "②"))
                .body("indicators", hasSize(10))
                .body("units", hasSize(2))
                .header("ETag", notNullValue());
    }

    @Test
    void eleven_leads_over_ten_units_seven_co_units_and_one_group_are_as_printed() {
        List<Map<String, Object>> all = As.person("ducha")
                .get("/api/v1/projects?programme=" + programme())
                .then()
                .extract()
                .path("items");
        List<String> leads = names(all, "leadUnits");
        assertEquals(11, leads.size());
        assertEquals(10, leads.stream().distinct().count());
        List<String> co = names(all, "coUnits");
        assertEquals(8, co.stream().distinct().count());
        assertEquals(2, co.stream().filter("各镇街"::equals).count());
    }

    @Test
    void every_quote_equals_the_notice_at_its_span() {
        String text = As.person("auditor")
                .get("/api/v1/programmes/" + programme() + "/source")
                .then()
                .statusCode(200)
                .extract()
                .path("text");
        List<Map<String, Object>> all = As.person("auditor")
                .get("/api/v1/indicators?limit=200&programme=" + programme())
                .then()
                .extract()
                .path("items");
        int[] points = text.codePoints().toArray();
        for (Map<String, Object> indicator : all) {
            Map<?, ?> span = (Map<?, ?>) indicator.get("span");
            int start = (int) span.get("start");
            assertEquals(indicator.get("quote"), new String(points, start, (int) span.get("end") - start));
        }
    }

    @Test
    void what_no_indicator_quotes_is_shown() {
        As.person("ducha")
                .get("/api/v1/programmes/" + programme() + "/source/coverage")
                .then()
                .statusCode(200)
                .body("uncovered.text", hasItem(containsString("持续提升乡村医疗服务水平")));
    }

    @Test
    void what_the_notice_leaves_open_is_listed() {
        String id = As.person("ducha")
                .get("/api/v1/projects?programme=" + programme())
                .then()
                .extract()
                .path("items[1].id");
        As.person("mzj-reporter")
                .get("/api/v1/projects/" + id + "/gaps")
                .then()
                .statusCode(200)
                .body("items.kind", hasItems("CONTACT_PERSON", "COMPONENT_LEAD_INFERRED", "RATIO_DEFINITION"));
    }

    @Test
    void variants_are_found_however_they_are_typed() {
        for (String typed : List.of("中小学生", "中小學生", "中小 学生"))
            As.person("ducha")
                    .queryParam("q", typed)
                    .queryParam("programme", programme())
                    .get("/api/v1/projects")
                    .then()
                    .statusCode(200)
                    .body("items.ordinal", contains(6));
    }

    @Test
    void pages_follow_each_other_without_gap_or_repeat() {
        String programme = programme();
        List<String> all = new ArrayList<>();
        String cursor = null;
        do {
            var request = As.person("leader").queryParam("programme", programme).queryParam("limit", 4);
            if (cursor != null) request.queryParam("cursor", cursor);
            var page = request.get("/api/v1/indicators").then().statusCode(200).extract();
            all.addAll(page.path("items.code"));
            cursor = page.path("page.next");
        } while (cursor != null);
        assertEquals(42, all.size());
        assertEquals(42, all.stream().distinct().count());
        assertEquals("1.1", all.get(0));
        assertEquals("10.2", all.get(41));
    }

    @Test
    void a_known_version_is_answered_304_and_an_unknown_parameter_400() {
        String id = As.person("leader")
                .get("/api/v1/projects?programme=" + programme())
                .then()
                .extract()
                .path("items[0].id");
        String etag = As.person("leader").get("/api/v1/projects/" + id).header("ETag");
        As.person("leader")
                .header("If-None-Match", etag)
                .get("/api/v1/projects/" + id)
                .then()
                .statusCode(304);
        As.person("leader")
                .get("/api/v1/projects?colour=red")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("colour"));
        As.person("leader").get("/api/v1/projects?limit=0").then().statusCode(400);
        As.person("leader").get("/api/v1/projects?cursor=Zm9yZ2Vk").then().statusCode(400);
    }

    @SuppressWarnings("unchecked")
    private static List<String> names(List<Map<String, Object>> projects, String role) {
        return projects.stream()
                .flatMap(p -> ((List<Map<String, String>>) p.get(role)).stream())
                .map(u -> u.get("name"))
                .toList();
    }

    static String programme() {
        return As.person("ducha")
                .get("/api/v1/programmes?year=2026")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
    }

    private static Map<String, Long> count(List<Map<String, Object>> all, String field) {
        return all.stream().collect(Collectors.groupingBy(i -> (String) i.get(field), Collectors.counting()));
    }
}
