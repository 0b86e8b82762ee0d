package org.minsheng.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.minsheng.support.Contract;
import org.minsheng.support.Covers;
import org.minsheng.support.Wire;

/** An id inside a body is as foreign as one in a path: refused, with nothing written and nothing of others told. */
@QuarkusTest
class ForeignIdsInBodiesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a field is an id of. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("unitId", "units"),
            Map.entry("parentId", "units"),
            Map.entry("governmentId", "units"),
            Map.entry("leadUnitId", "units"),
            Map.entry("leadUnitIds", "units"),
            Map.entry("coUnitIds", "units"),
            Map.entry("coGroupIds", "unit-groups"),
            Map.entry("programmeId", "programmes"),
            Map.entry("projectId", "projects"),
            Map.entry("subjectId", "projects"),
            Map.entry("indicatorId", "indicators"),
            Map.entry("periodId", "periods"),
            Map.entry("componentId", "components"));

    @Test
    @Covers({"ASVS 8.2.2", "ASVS 8.3.1", "ASVS 8.4.1"})
    void every_id_in_every_body_is_refused_when_it_is_foreign() {
        District home = District.in(null);
        District other = District.in(null);
        other.ids().put("components", List.of(other.component()));
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (Writing writing : Writing.in(home)) {
            JsonNode body = JSON.valueToTree(writing.body());
            String control = accepted(send(writing, body, true));
            if (control != null) wrong.add(writing.operation().id() + " is not in order: " + control);
            for (String pointer : ids(writing.operation())) {
                if (body.at(pointer).isMissingNode() && !pointer.endsWith("/0/id"))
                    wrong.add(writing.operation().id() + " is not asked with " + pointer);
                List<String> foreign = foreign(writing.operation(), pointer, other);
                foreign.addAll(ofTheUnitBesides(writing, pointer, home));
                for (String id : foreign) {
                    asked++;
                    Map<String, Long> before = Rows.counted();
                    Wire.Answer answer = send(writing, BodyFields.with(body, pointer, TextNode.valueOf(id)), false);
                    String refusal = refusal(answer, pointer);
                    Map<String, Long> after = Rows.counted();
                    if (refusal != null || !before.equals(after))
                        wrong.add("%s with %s=%s: %s %s"
                                .formatted(writing.operation().id(), pointer, id, answer.status(), answer.body()));
                    if (answer.body().contains(other.given().tag()))
                        wrong.add(writing.operation().id() + " tells of another: " + answer.body());
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(asked > 150, asked + " requests");
    }

    @Test
    @Covers("ASVS 8.2.2")
    void a_town_changes_nothing_of_the_next_town_in_a_batch() {
        District home = District.in(null);
        String reviewer = home.given().person("reviewer", home.town());
        Map<String, String> batches =
                Map.of("progress-entry-submissions", home.townReporter(), "progress-entry-approvals", reviewer);
        String submitted = item(home.work().get("progress-entries").get(0), 1);
        String drafted = item(home.work().get("progress-entries").get(1), 0);
        batches.forEach((batch, who) -> {
            for (String item : List.of(submitted, drafted)) {
                Map<String, Long> before = Rows.counted();
                Map<String, String> headers = Map.of("Content-Type", "application/json");
                Wire.Answer answer = Wire.ask("POST", "/api/v1/" + batch, who, headers, item);
                assertNull(refusal(answer, "/items/0/id"), batch);
                assertEquals(before, Rows.counted());
            }
        });
    }

    private static String item(String entry, int version) {
        return "{\"items\":[{\"id\":\"%s\",\"version\":%d}]}".formatted(entry, version);
    }

    @Test
    void every_operation_with_ids_in_its_body_is_asked() {
        TreeSet<String> asked = new TreeSet<>();
        for (Writing writing : Writing.in(District.in(null)))
            asked.add(writing.operation().id());
        TreeSet<String> told = new TreeSet<>();
        for (Contract.Operation operation : Contract.operations())
            if (operation.jsonType() != null && !ids(operation).isEmpty()) told.add(operation.id());
        assertEquals(told, asked);
    }

    private static List<String> ids(Contract.Operation operation) {
        List<String> pointers = new ArrayList<>();
        BodyFields.of(operation.body()).forEach((pointer, schema) -> {
            if (BodyFields.isId(schema)) pointers.add(pointer);
        });
        return pointers;
    }

    private static List<String> foreign(Contract.Operation operation, String pointer, District other) {
        String kind = kind(operation, pointer);
        List<String> foreign = new ArrayList<>(other.ids().get(kind));
        foreign.addAll(other.work().getOrDefault(kind, List.of()));
        if (pointer.equals("/id")) return foreign; // another kind of thing is counted elsewhere
        other.ids().forEach((another, ids) -> {
            if (!another.equals(kind) && !another.equals("ledger")) foreign.add(ids.get(0));
        });
        return foreign;
    }

    /** What another unit of the same district is working on is as foreign to who reports for one. */
    private static List<String> ofTheUnitBesides(Writing writing, String pointer, District home) {
        if (!writing.who().equals(home.people().get("reporter"))) return List.of();
        String kind = kind(writing.operation(), pointer);
        return kind.equals("units") ? List.of(home.secondTown()) : home.work().getOrDefault(kind, List.of());
    }

    private static String kind(Contract.Operation operation, String pointer) {
        String[] steps = pointer.split("/");
        String name = steps[steps.length - 1].equals("0") ? steps[steps.length - 2] : steps[steps.length - 1];
        if (name.equals("id")) {
            if (pointer.contains("components")) return "components";
            if (operation.id().equals("erasePersonalValues")) return "accounts";
            String kind = operation.path().split("/")[3];
            return kind.startsWith("progress-entry-")
                    ? "progress-entries"
                    : operation.id().equals("orderChange") ? "change-orders" : kind;
        }
        if (!KINDS.containsKey(name))
            throw new AssertionError("of what is " + pointer + " of " + operation.id() + " an id?");
        return KINDS.get(name);
    }

    /** Null when it was accepted. */
    private static String accepted(Wire.Answer answer) {
        boolean each = answer.status() / 100 == 2 && !answer.body().contains("\"refused\":1");
        return each ? null : answer.status() + " " + answer.body();
    }

    /** Null when it was refused in the way of this field. */
    private static String refusal(Wire.Answer answer, String pointer) {
        if (answer.status() == 200 && answer.body().contains("\"refused\":1"))
            return answer.body().contains("\"resource.not-found\"") ? null : answer.body();
        boolean known =
                List.of(403, 404, 422).contains(answer.status()) || answer.status() == 409 && pointer.equals("/id");
        return known && answer.isProblem() ? null : answer.body();
    }

    private static Wire.Answer send(Writing writing, JsonNode body, boolean dryRun) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", writing.operation().jsonType());
        headers.put("If-Match", Versions.of(writing.path(), writing.who()));
        if (dryRun) headers.put("Prefer", "handling=dry-run");
        return Wire.ask(writing.operation().method(), writing.path(), writing.who(), headers, body.toString());
    }
}
