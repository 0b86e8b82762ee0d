package org.minsheng.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.minsheng.support.Contract;
import org.minsheng.support.Given;

/**
 * A change that is in order, with each id that its body may hold: what is refused when one of them is replaced is refused
 * for that id alone.
 */
record Writing(Contract.Operation operation, String who, String path, Map<String, Object> body) {
    /** One for each operation that takes ids in its body. */
    static List<Writing> in(District d) {
        Map<String, String> people = d.people();
        String office = d.given().office();
        String bureau = d.given().bureau();
        String promise = d.ids().get("indicators").get(1);
        List<String> periods = d.ids().get("periods");
        List<String> entries = d.ids().get("progress-entries");
        Map<String, Object> project = project(d, 2);
        Map<String, Object> beds = Given.beds(Given.YEAR + 1);
        beds.put("ordinal", 2);
        beds.put("code", "1.2");
        beds.put("componentId", d.component());
        String admin = people.get("system-admin");
        String supervisor = people.get("supervisor");
        String reporter = people.get("reporter");
        Map<String, Object> edited = project(d, 1);
        edited.put("components", List.of(component(d.component(), bureau)));
        return List.of(
                of(
                        "createAccount",
                        admin,
                        "",
                        Map.of("id", id(), "username", "a" + d.given().tag(), "displayName", "x", "unitId", bureau)),
                of("editAccount", admin, d.ids().get("accounts").get(1), Map.of("unitId", office)),
                of(
                        "setAllocations",
                        supervisor,
                        promise,
                        Map.of("items", List.of(Map.of("unitId", d.town(), "amount", 100)))),
                of("submitProgressEntries", reporter, "", batch(entries.get(1), 0)),
                of("approveProgressEntries", people.get("reviewer"), "", batch(entries.get(0), 1)),
                of(
                        "correctProgressEntry",
                        reporter,
                        entries.get(2),
                        Map.of("id", id(), "text", Map.of("amount", 6, "reasonCode", "OTHER", "reason", "x"))),
                of(
                        "erasePersonalValues",
                        people.get("security-admin"),
                        "",
                        Map.of("kind", "ACCOUNT", "id", d.first("accounts"), "reason", "x")),
                of(
                        "extendPeriod",
                        supervisor,
                        periods.get(3),
                        Map.of("unitId", d.town(), "until", "2100-01-01", "reason", "x")),
                of(
                        "replaceUnitGroupMembers",
                        admin,
                        d.first("unit-groups"),
                        Map.of("members", List.of(Map.of("unitId", d.town())))),
                of("moveUnit", admin, d.town(), Map.of("parentId", office)),
                of("orderChange", supervisor, d.ids().get("programmes").get(1), order(d)),
                of(
                        "createIndicator",
                        supervisor,
                        "",
                        Map.of("id", id(), "projectId", d.first("projects"), "text", beds)),
                of("editIndicator", supervisor, d.first("indicators"), Map.of("componentId", d.component())),
                of(
                        "registerItem",
                        reporter,
                        "",
                        Map.of("id", id(), "indicatorId", promise, "unitId", bureau, "text", Map.of("name", id()))),
                of("createProgramme", supervisor, "", Map.of("id", id(), "year", Given.YEAR + 2, "title", "x")),
                of(
                        "draftProgressEntry",
                        reporter,
                        "",
                        Map.of(
                                "id",
                                id(),
                                "indicatorId",
                                promise,
                                "periodId",
                                periods.get(2),
                                "unitId",
                                bureau,
                                "text",
                                Map.of("amount", 5))),
                of(
                        "createProject",
                        supervisor,
                        "",
                        Map.of("id", id(), "programmeId", d.first("programmes"), "text", project)),
                of("editProject", supervisor, d.first("projects"), edited),
                of("createClient", admin, "", Map.of("id", id(), "name", "x", "unitId", bureau)),
                of(
                        "createUnit",
                        admin,
                        "",
                        Map.of(
                                "id",
                                id(),
                                "parentId",
                                d.given().government(),
                                "code",
                                "new",
                                "type",
                                "DEPARTMENT",
                                "name",
                                "区新局")),
                of(
                        "createUnitGroup",
                        admin,
                        "",
                        Map.of(
                                "id",
                                id(),
                                "governmentId",
                                d.given().government(),
                                "code",
                                "new",
                                "name",
                                "x",
                                "members",
                                List.of(Map.of("unitId", d.town())))));
    }

    private static Writing of(String operation, String who, String id, Map<String, Object> body) {
        Contract.Operation told = Contract.operation(operation);
        return new Writing(told, who, told.path().replaceAll("\\{[^}]+}", id), body);
    }

    private static Map<String, Object> project(District d, int ordinal) {
        Map<String, Object> text = new LinkedHashMap<>(d.given().projectText(ordinal));
        text.put("coUnitIds", List.of(d.town(), d.secondTown()));
        text.put("coGroupIds", List.of(d.first("unit-groups")));
        text.put("components", List.of(component(null, d.given().bureau())));
        return text;
    }

    private static Map<String, Object> component(String id, String lead) {
        Map<String, Object> component = new LinkedHashMap<>();
        if (id != null) component.put("id", id);
        component.putAll(Map.of("mark", "①", "name", "床位", "leadUnitId", lead, "leadInferred", false));
        return component;
    }

    private static Map<String, Object> batch(String entry, int version) {
        return Map.of("items", List.of(Map.of("id", entry, "version", version)), "confirmWarnings", true);
    }

    private static Map<String, Object> order(District d) {
        return Map.of(
                "id", id(),
                "subjectType", "PROJECT",
                "subjectId", d.ids().get("projects").get(1),
                "action", "PAUSE",
                "reason", "x",
                "approvedBy", "x",
                "documentNumber", "x",
                "effectiveOn", "2026-07-01");
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
