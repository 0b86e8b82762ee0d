package org.minsheng.access;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;
import org.minsheng.support.Given;
import org.minsheng.support.Reports;
import org.minsheng.support.Sealing;

/** A crawl: every operation that takes an id, with ids that exist in another government. Nothing betrays that they do. */
@QuarkusTest
class ForeignIdsTest {
    private record Operation(String id, String method, String path, String bodyType) {}

    @TestHTTPResource(value = "/openapi", management = true)
    String document;

    @Test
    void an_id_of_another_government_is_answered_like_one_that_does_not_exist() {
        Given home = Given.district();
        Map<String, String> foreign = everythingOf(Given.district());
        List<String> people = List.of(
                home.supervisor(),
                home.person("leader", home.office()),
                home.person("observer", home.office()),
                home.person("reviewer", home.bureau()),
                home.person("reporter", home.bureau()));
        String admin = Given.account("adm-" + home.tag(), home.government(), "system-admin");
        String granter = Given.account("sec-" + home.tag(), home.government(), "security-admin");

        List<String> betrayed = new ArrayList<>();
        int asked = 0;
        for (Operation operation : operations()) {
            if (!operation.path.contains("{") || isForEverybody(operation.path)) continue;
            String kind = operation.path.split("/")[3];
            String id = foreign.get(kind);
            assertTrue(id != null, "the crawl has no foreign id for " + operation.path);
            for (String person : concat(people, admin, granter)) {
                asked++;
                Map<String, Object> real = ask(operation, person, id);
                Map<String, Object> none = ask(
                        operation,
                        person,
                        kind.equals("ledger") ? "999999999" : UUID.randomUUID().toString());
                int status = (int) real.get("status");
                if (status != 404 && status != 403 || !real.equals(none))
                    betrayed.add(operation.id + " as " + person + ": " + real + " / " + none);
            }
        }
        assertEquals(List.of(), betrayed);
        assertTrue(asked > 100, asked + " requests");
    }

    /** Explanations, and the hashes of the log: they are public, or tell no more than what is. */
    private static boolean isForEverybody(String path) {
        return path.startsWith("/problems")
                || path.startsWith("/public/")
                || path.startsWith("/api/v1/ledger/tile/")
                || path.endsWith("/proof");
    }

    private static List<String> concat(List<String> people, String... more) {
        List<String> all = new ArrayList<>(people);
        all.addAll(List.of(more));
        return all;
    }

    private static Map<String, String> everythingOf(Given other) {
        Map<String, String> ids = new LinkedHashMap<>();
        ids.put("units", other.bureau());
        ids.put("programmes", other.programme(Given.YEAR));
        ids.put("projects", other.project(ids.get("programmes"), 1));
        ids.put("indicators", other.indicator(ids.get("projects"), Given.beds(Given.YEAR)));
        ids.put(
                "unit-groups",
                As.json("sysadmin", Map.of("governmentId", other.government(), "code", "g", "name", "各镇街"))
                        .post("/api/v1/unit-groups")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id"));
        As.json(other.supervisor(), Map.of("text", "附件"))
                .put("/api/v1/programmes/" + ids.get("programmes") + "/source")
                .then()
                .statusCode(200);
        other.publish(ids.get("programmes"));
        Reports reports = Reports.on(other, ids.get("programmes"));
        ids.put("periods", reports.periods().get(Given.month(3)));
        String reporter = other.person("reporter", other.bureau());
        ids.put(
                "items",
                As.json(reporter, Map.of("indicatorId", ids.get("indicators"), "text", Map.of("name", "床位一")))
                        .post("/api/v1/items")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id"));
        ids.put(
                "evidence",
                As.person(reporter)
                        .contentType("application/octet-stream")
                        .queryParam("fileName", "a.pdf")
                        .body("%PDF-1.7".getBytes())
                        .post("/api/v1/items/" + ids.get("items") + "/evidence")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id"));
        ids.put(
                "progress-entries",
                reports.submitted(reporter, ids.get("indicators"), Given.month(3), Map.of("amount", 5)));
        ids.put(
                "accounts",
                As.person("sysadmin")
                        .queryParam("q", other.supervisor())
                        .get("/api/v1/accounts")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("items[0].id"));
        ids.put(
                "me",
                As.person(other.supervisor())
                        .get("/api/v1/me/sessions")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("items[0].id"));
        Sealing.awaited();
        ids.put(
                "ledger",
                As.person("auditor")
                        .get("/api/v1/ledger/entries?limit=1&programme=" + ids.get("programmes"))
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("items[0].index")
                        .toString());
        return ids;
    }

    /** Status, code and the fields complained of: all that could differ between a foreign id and none. */
    private static Map<String, Object> ask(Operation operation, String person, String id) {
        RequestSpecification request = As.person(person).header("If-Match", "\"v0\"");
        if (operation.bodyType != null && operation.bodyType.endsWith("json"))
            request.contentType(operation.bodyType).body(Bodies.of(operation.id));
        else if (operation.bodyType != null)
            request.contentType(operation.bodyType)
                    .queryParam("fileName", "a.pdf")
                    .body("%PDF-1.7".getBytes());
        if (operation.id.equals("compareProgramme")) request.queryParam("from", "2026-01-01T00:00:00Z");
        var answer = request.request(operation.method, operation.path.replaceAll("\\{[^}]+}", id));
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("status", answer.statusCode());
        if (answer.statusCode() >= 400) {
            seen.put("code", answer.path("code"));
            seen.put("errors", answer.path("errors.pointer"));
        }
        return seen;
    }

    @SuppressWarnings("unchecked")
    private static String bodyType(Map<String, Object> operation) {
        var body = (Map<String, Map<String, ?>>) operation.get("requestBody");
        return body == null ? null : body.get("content").keySet().iterator().next();
    }

    private List<Operation> operations() {
        Map<String, Map<String, Map<String, Object>>> paths =
                given().get(document + "?format=json").then().extract().path("paths");
        List<Operation> operations = new ArrayList<>();
        paths.forEach((path, methods) -> methods.forEach((method, operation) -> operations.add(new Operation(
                (String) operation.get("operationId"), method.toUpperCase(), path, bodyType(operation)))));
        return operations;
    }
}
