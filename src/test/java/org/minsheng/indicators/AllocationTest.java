package org.minsheng.indicators;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;
import org.minsheng.support.Covers;
import org.minsheng.support.Given;

@QuarkusTest
class AllocationTest {
    private Given given;
    private String project;
    private String beds;
    private String east;
    private String west;

    @BeforeEach
    void a_promise_and_two_towns() {
        given = Given.district();
        project = given.project(given.programme(Given.YEAR), 1);
        beds = given.indicator(project, Given.beds(Given.YEAR));
        east = given.town("east", "东关街道");
        west = given.town("west", "西关街道");
    }

    @Test
    void the_answer_says_what_is_left_over_or_too_much() {
        split(beds, 0, Map.of("unitId", east, "amount", 60), Map.of("unitId", west, "amount", 30))
                .statusCode(200)
                .body("allocated", equalTo(90))
                .body("unallocated", equalTo(10))
                .body("overAllocated", equalTo(0))
                .body("items.unitName", contains("东关街道", "西关街道"));
        split(beds, 1, Map.of("unitId", west, "amount", 100.5))
                .statusCode(200)
                .body("unallocated", equalTo(0))
                .body("overAllocated", equalTo(0.5f))
                .body("items.unitId", contains(west));
        As.person(given.person("reporter", east))
                .get("/api/v1/indicators/" + beds + "/allocations")
                .then()
                .statusCode(404);
        split(beds, 1).statusCode(412);
    }

    @Test
    @Covers("ASVS 2.2.3")
    void a_unit_named_twice_or_of_another_government_is_refused_by_its_place() {
        split(
                        beds,
                        0,
                        Map.of("unitId", east, "amount", 1),
                        Map.of("unitId", east, "amount", 2),
                        Map.of("unitId", Given.district().bureau(), "amount", 2))
                .statusCode(422)
                .body("errors.pointer", contains("/items/1/unitId", "/items/2/unitId"))
                .body("errors.code", contains("allocation.unit-twice", "allocation.unknown-unit"));
    }

    @Test
    void what_does_not_add_up_over_units_cannot_be_split() {
        Map<String, Object> promise = Given.beds(Given.YEAR);
        promise.putAll(Map.of("ordinal", 2, "code", "1.2", "additiveOverUnits", false));
        split(given.indicator(project, promise), 0, Map.of("unitId", east, "amount", 1))
                .statusCode(422)
                .body("code", equalTo("allocation.not-additive"));
    }

    @SafeVarargs
    private ValidatableResponse split(String indicator, int version, Map<String, Object>... parts) {
        return As.json(given.supervisor(), Map.of("items", List.of(parts)))
                .header("If-Match", "\"v" + version + "\"")
                .put("/api/v1/indicators/" + indicator + "/allocations")
                .then();
    }
}
