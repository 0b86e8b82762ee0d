package org.minsheng.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;
import org.minsheng.support.Given;
import org.minsheng.support.Statements;

/** What reads cost in statements, however much there is to read. */
@QuarkusTest
class StatementCountTest {
    private Given given;
    private String programme;
    private String project;
    private int year = 2026;

    @BeforeEach
    void a_programme_of_one_project_with_one_promise() {
        given = Given.district();
        programme = given.programme(year);
        project = given.project(programme, 1);
        given.indicator(project, Given.beds(year));
    }

    @Test
    void a_project_with_indicators_and_units_costs_the_same_whatever_it_holds() {
        String path = "/projects/" + project + "?expand=indicators,units";
        long one = cost(path, null);
        for (int i = 2; i <= 6; i++) {
            Map<String, Object> promise = Given.beds(year);
            promise.putAll(Map.of("ordinal", i, "code", "1." + i));
            given.indicator(project, promise);
        }
        assertEquals(one, cost(path, null));
        assertEquals(6, one);
    }

    @Test
    void the_first_page_of_every_list_costs_the_same_whatever_its_length() {
        for (String list : new String[] {"units", "unit-groups", "programmes", "projects", "indicators"}) {
            long few = cost("/" + list, null);
            more();
            assertEquals(few, cost("/" + list, null), list);
        }
        assertEquals(2, cost("/projects", null));
        assertEquals(1, cost("/indicators", null));
        assertEquals(1, cost("/units", null));
    }

    @Test
    void what_the_caller_has_already_is_answered_from_a_version_lookup() {
        for (String path : new String[] {
            "/projects/" + project + "?expand=indicators,units", "/programmes/" + programme, "/units/" + given.bureau()
        }) {
            String etag = As.person(given.supervisor()).get("/api/v1" + path).header("ETag");
            assertEquals(1, cost(path, etag), path);
        }
    }

    private void more() {
        String next = given.programme(++year);
        for (int i = 1; i <= 3; i++) given.indicator(given.project(next, i), Given.beds(year));
        given.town("t" + year, "第" + year + "街道");
    }

    /** The least of twenty: the session is looked up every five seconds, and what was written is sequenced; both only add. */
    private long cost(String path, String etag) {
        return LongStream.range(0, 20).map(time -> counted(path, etag)).min().orElseThrow();
    }

    private long counted(String path, String etag) {
        var request = As.person(given.supervisor());
        if (etag != null) request.header("If-None-Match", etag);
        return Statements.during(() -> request.get("/api/v1" + path).then().statusCode(etag == null ? 200 : 304));
    }
}
