package org.minsheng.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;
import org.minsheng.support.AtOnce;
import org.minsheng.support.Covers;
import org.minsheng.support.Given;
import org.minsheng.support.Reports;

/** What there may be one of, asked for by many in the same moment. */
@QuarkusTest
class SimultaneousReportsTest {
    private Given given;
    private Reports reports;
    private String beds;
    private String reporter;

    @BeforeEach
    void a_promise() {
        given = Given.district();
        String programme = given.programme(Given.YEAR);
        beds = given.indicator(given.project(programme, 1), Given.beds(Given.YEAR));
        given.publish(programme);
        reports = Reports.on(given, programme);
        reporter = given.person("reporter", given.bureau());
        As.token(reporter);
    }

    @Test
    @Covers("ASVS 2.3.2")
    void a_unit_reports_once_on_a_promise_and_a_period() {
        assertEquals(
                List.of(201, 409, 409, 409, 409, 409),
                AtOnce.statuses(6, caller -> reports.draft(reporter, beds, Given.month(1), Map.of("amount", caller))));
    }

    @Test
    @Covers("ASVS 2.3.2")
    void a_thing_is_counted_once() {
        As.json(given.supervisor(), Map.of("keptBy", "COUNT"))
                .header(
                        "If-Match",
                        As.person(given.supervisor())
                                .get("/api/v1/indicators/" + beds)
                                .header("ETag"))
                .put("/api/v1/indicators/" + beds + "/item-keeping")
                .then()
                .statusCode(200);
        List<Integer> statuses = AtOnce.statuses(
                6, caller -> As.json(reporter, Map.of("indicatorId", beds, "text", Map.of("name", "一号楼")))
                        .post("/api/v1/items")
                        .then());
        assertEquals(201, statuses.get(0));
        // who looks finds it there, and who looked too early meets the key
        assertTrue(Set.of(409, 422).containsAll(statuses.subList(1, 6)), statuses.toString());
    }

    @Test
    @Covers("ASVS 2.3.2")
    void a_district_has_one_programme_a_year() {
        assertEquals(List.of(201, 409, 409, 409, 409, 409), AtOnce.statuses(6, caller -> As.json(
                        given.supervisor(), Map.of("year", 2030, "title", "第 " + caller))
                .post("/api/v1/programmes")
                .then()));
    }
}
