package org.minsheng.http;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;
import org.minsheng.support.Contract;
import org.minsheng.support.Given;

@QuarkusTest
class SparseListsTest {
    @Test
    void an_unknown_field_is_refused_by_every_list_whether_it_has_rows_or_not() {
        List<String> wrong = new ArrayList<>();
        Given given = Given.district();
        String programme = given.programme(Given.YEAR);
        int lists = 0;
        for (Contract.Operation operation : Contract.operations()) {
            if (!operation.queries().contains("fields")) continue;
            lists++;
            boolean audit =
                    operation.path().contains("/accounts") || operation.path().contains("/ledger/entries");
            String who = audit ? "auditor" : operation.path().contains("/clients") ? "sysadmin" : given.supervisor();
            String path = operation.path().contains("/projects/{")
                    ? operation.path().replaceAll("\\{[^}]+}", given.project(programme, lists))
                    : operation.path().replaceAll("\\{[^}]+}", programme);
            var answer = As.person(who)
                    .queryParam("fields", "id,surprise")
                    .queryParams(
                            operation.queries().contains("from")
                                            && operation.path().contains("comparison")
                                    ? Map.of("from", Given.YEAR + "-01-01T00:00:00Z")
                                    : Map.of())
                    .get(path);
            if (answer.statusCode() != 400 || !"request.unknown-field".equals(answer.path("errors[0].code")))
                wrong.add(operation.id() + ": " + answer.statusCode() + " " + answer.asString());
        }
        assertEquals(List.of(), wrong);
        assertTrue(lists >= 10, lists + " lists");
        As.person("ducha")
                .queryParam("q", UUID.randomUUID())
                .queryParam("fields", "id,surprise")
                .get("/api/v1/units")
                .then()
                .statusCode(400)
                .body("errors.code", hasItem("request.unknown-field"));
        // what is left of an item is not the whole that the contract describes
        RestAssured.given()
                .header("Authorization", "Bearer " + As.token("ducha"))
                .queryParam("fields", "name")
                .queryParam("limit", 1)
                .get("/api/v1/units")
                .then()
                .statusCode(200)
                .body("items[0].size()", equalTo(1));
    }
}
