package org.minsheng.exchange;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
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
