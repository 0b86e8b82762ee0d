package org.minsheng.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.minsheng.support.As;
import org.minsheng.support.Given;
import org.minsheng.support.Reports;
import org.minsheng.support.Sealing;

/**
 * A district with one of everything, in each state that matters to who may see it.
 *
 * @param ids by the segment of the path that they stand behind
 * @param work what the second town is still working on, by the same
 * @param people by role; the reporter and the reviewer belong to the leading bureau
 */
record District(
        Given given,
        String town,
        String secondTown,
        String townReporter,
        String secondTownReporter,
        Map<String, List<String>> ids,
        Map<String, List<String>> work,
        Map<String, String> people) {
    static District in(String government) {
        Given given = Given.district(government);
        Map<String, String> people = new TreeMap<>();
        people.put("supervisor", given.supervisor());
        people.put("leader", given.person("leader", given.office()));
        people.put("observer", given.person("observer", given.office()));
        people.put("reviewer", given.person("reviewer", given.bureau()));
        people.put("reporter", given.person("reporter", given.bureau()));
        for (String role : List.of("system-admin", "security-admin", "audit-admin"))
            people.put(role, given.person(role, given.government()));
        String town = given.town("t1", "第一街道");
        String second = given.town("t2", "第二街道");
        District district = new District(
                given,
                town,
                second,
                given.person("reporter", town),
                given.person("reporter", second),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                people);
        district.fill();
        return district;
    }

    String first(String kind) {
        return ids.get(kind).get(0);
    }

    /** The part of the draft project. */
    String component() {
        return As.person(given.supervisor())
                .get("/api/v1/projects/" + first("projects"))
                .then()
                .statusCode(200)
                .extract()
                .path("components[0].id");
    }

    private void fill() {
        add("units", given.bureau(), town, given.government());
        add("unit-groups", group());
        String draft = given.programme(Given.YEAR + 1);
        String published = given.programme(Given.YEAR);
        add("programmes", draft, published);
        add("projects", project(draft), project(published));
        for (String project : ids.get("projects")) add("indicators", given.indicator(project, beds()));
        As.json(given.supervisor(), Map.of("text", "附件"))
                .put("/api/v1/programmes/" + published + "/source")
                .then()
                .statusCode(200);
        given.publish(published);
        Reports reports = Reports.on(given, published);
        for (int month : List.of(3, 4, 5, 1, 12))
            add("periods", reports.periods().get(Given.month(month)));
        As.person(given.supervisor())
                .header("If-Match", "\"v0\"")
                .post("/api/v1/periods/" + ids.get("periods").get(3) + "/closure")
                .then()
                .statusCode(200);
        work(reports, people.get("reporter"), ids);
        work(reports, secondTownReporter, work);
        String indicator = ids.get("indicators").get(1);
        ids.get("progress-entries")
                .add(reports.approved(
                        people.get("reporter"),
                        people.get("reviewer"),
                        indicator,
                        Given.month(2),
                        Map.of("amount", 5)));
        add("change-orders", changeOrder(published));
        add("accounts", account(given.supervisor()), account(people.get("reporter")));
        add("me", session(given.supervisor()), session(people.get("reporter")));
        add("clients", client());
        add("secrets", secret(first("clients")));
        Sealing.awaited();
        add("ledger", entry(published));
    }

    private static Map<String, Object> beds() {
        return Given.beds(Given.YEAR);
    }

    private void work(Reports reports, String reporter, Map<String, List<String>> into) {
        String indicator = ids.get("indicators").get(1);
        String submitted = reports.submitted(reporter, indicator, Given.month(3), Map.of("amount", 7));
        String drafted = reports.draft(reporter, indicator, Given.month(4), Map.of("amount", 8))
                .statusCode(201)
                .extract()
                .path("id");
        String item = As.json(reporter, Map.of("indicatorId", indicator, "text", Map.of("name", reporter)))
                .post("/api/v1/items")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        into.put("progress-entries", new ArrayList<>(List.of(submitted, drafted)));
        into.put("items", List.of(item));
        into.put(
                "evidence",
                List.of(evidence(reporter, "items/" + item), evidence(reporter, "progress-entries/" + drafted)));
    }

    private static String evidence(String reporter, String holder) {
        return As.person(reporter)
                .contentType("application/octet-stream")
                .queryParam("fileName", "a.pdf")
                .body("%PDF-1.7".getBytes())
                .post("/api/v1/" + holder + "/evidence")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String project(String programme) {
        Map<String, Object> text = given.projectText(1);
        text.put("coUnitIds", List.of(town, secondTown));
        text.put("components", List.of(Map.of("mark", "①", "name", "床位", "leadInferred", false)));
        return given.project(programme, text);
    }

    private String changeOrder(String programme) {
        Map<String, Object> order = new LinkedHashMap<>(Bodies.of("orderChange"));
        order.put("subjectId", ids.get("projects").get(1));
        order.put("subjectType", "PROJECT");
        order.put("action", "PAUSE");
        As.json(given.supervisor(), order)
                .post("/api/v1/programmes/" + programme + "/change-orders")
                .then()
                .statusCode(201);
        order.put("action", "RESUME");
        return As.json(given.supervisor(), order)
                .post("/api/v1/programmes/" + programme + "/change-orders")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String group() {
        return As.json("sysadmin", Map.of("governmentId", given.government(), "code", "g", "name", "各镇街"))
                .post("/api/v1/unit-groups")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String client() {
        return As.json(people.get("system-admin"), Map.of("name", "x", "unitId", given.bureau()))
                .post("/api/v1/clients")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String secret(String client) {
        return As.person(people.get("system-admin"))
                .post("/api/v1/clients/" + client + "/secrets")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String account(String username) {
        return As.person("sysadmin")
                .queryParam("q", username)
                .get("/api/v1/accounts")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
    }

    private static String session(String username) {
        return As.person(username)
                .get("/api/v1/me/sessions")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
    }

    private static String entry(String programme) {
        return As.person("auditor")
                .get("/api/v1/ledger/entries?limit=1&programme=" + programme)
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].index")
                .toString();
    }

    private void add(String kind, String... more) {
        ids.computeIfAbsent(kind, first -> new ArrayList<>()).addAll(List.of(more));
    }
}
