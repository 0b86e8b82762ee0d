package org.minsheng.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;
import org.minsheng.support.Contract;
import org.minsheng.support.Covers;

/**
 * Every limit that the contract states for a field of a body, broken alone: the answer is 400 and names the field. Patches
 * have the same records and are held against them after they were applied.
 */
@QuarkusTest
class ConstraintsTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonNode DOCUMENT = Contract.document();
    private static final Map<String, String> PEOPLE = Map.of(
            "reporter", "wjj-reporter",
            "reviewer", "wjj-reviewer",
            "supervisor", "ducha",
            "system-admin", "sysadmin",
            "security-admin", "secadmin",
            "audit-admin", "auditor");

    private record Broken(List<String> path, JsonNode value, String what) {
        String pointer() {
            return "/" + String.join("/", path);
        }
    }

    @Test
    @Covers({"ASVS 2.2.1", "GB/T 22239 8.1.4.4 d"})
    void every_limit_of_the_contract_is_enforced_and_the_field_is_named() throws IOException {
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (Contract.Operation operation : Contract.operations()) {
            JsonNode body = body(operation);
            if (body.isMissingNode()) continue;
            List<Broken> all = new ArrayList<>();
            walk(body, new ArrayList<>(), all);
            for (Broken broken : all) {
                asked++;
                Response answer = ask(operation, with(body, sample(body, 0), broken.path, broken.value));
                List<String> named = answer.statusCode() == 400 ? answer.path("errors.pointer") : List.of();
                if (named == null || named.stream().noneMatch(p -> p.startsWith(broken.pointer())))
                    wrong.add(operation.id() + " " + broken.pointer() + " " + broken.what + ": " + answer.statusCode()
                            + " " + named);
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(asked > 400, asked + " limits");
    }

    private static JsonNode body(Contract.Operation operation) {
        return DOCUMENT.path("paths")
                .path(operation.path())
                .path(operation.method().toLowerCase())
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
    }

    private static Response ask(Contract.Operation operation, JsonNode body) throws IOException {
        String role = role(operation.id());
        RequestSpecification request = role.equals("anonymous") ? As.nobody() : As.person(PEOPLE.get(role));
        return request.contentType(ContentType.JSON)
                .header("If-Match", "\"v0\"")
                .body(body.toString())
                .request(
                        operation.method(),
                        operation
                                .path()
                                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString()));
    }

    /** One that may. */
    private static String role(String operation) throws IOException {
        try (var in = ConstraintsTest.class.getResourceAsStream("/access-matrix.csv")) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            String[] roles = lines.get(0).split(",");
            String[] row = lines.stream()
                    .filter(line -> line.startsWith(operation + ","))
                    .findFirst()
                    .orElseThrow()
                    .split(",");
            if (row[List.of(roles).indexOf("anonymous")].equals("yes")) return "anonymous";
            for (int i = 1; i < row.length; i++)
                if (row[i].equals("yes") && PEOPLE.containsKey(roles[i])) return roles[i];
            throw new AssertionError(operation);
        }
    }

    private static JsonNode resolved(JsonNode schema) {
        if (schema.has("$ref"))
            return resolved(DOCUMENT.at(schema.path("$ref").asText().substring(1)));
        for (JsonNode one : schema.path("anyOf")) if (one.has("$ref")) return resolved(one);
        return schema;
    }

    private static void walk(JsonNode reference, List<String> path, List<Broken> found) {
        JsonNode schema = resolved(reference);
        String type = schema.path("type").toString();
        if (schema.has("enum")) add(found, path, JSON.textNode("NO_SUCH_VALUE"), "not of the enumeration");
        else if (type.contains("string")) text(schema, path, found);
        else if (type.contains("integer") || type.contains("number")) number(schema, path, found);
        else if (type.contains("boolean")) add(found, path, JSON.textNode("yes"), "no truth value");
        else if (type.contains("array")) list(schema, path, found);
        else
            schema.path("properties").properties().forEach(field -> {
                List<String> deeper = new ArrayList<>(path);
                deeper.add(field.getKey());
                walk(field.getValue(), deeper, found);
            });
    }

    private static void text(JsonNode schema, List<String> path, List<Broken> found) {
        add(found, path, JSON.objectNode().put("a", 1), "an object");
        String format = schema.path("format").asText();
        if (List.of("uuid", "date", "date-time").contains(format))
            add(found, path, JSON.textNode("x-1"), "no " + format);
        if (schema.path("maxLength").asInt(0) > 0 && schema.path("maxLength").asInt() <= 100_000)
            add(found, path, JSON.textNode("x".repeat(schema.path("maxLength").asInt() + 1)), "too long");
        if (schema.path("minLength").asInt(0) > 0) add(found, path, JSON.textNode(""), "too short");
        if (schema.has("pattern")) add(found, path, JSON.textNode("  "), "blank");
    }

    private static void number(JsonNode schema, List<String> path, List<Broken> found) {
        add(found, path, JSON.textNode("five"), "a text");
        for (String limit : List.of("minimum", "exclusiveMinimum"))
            if (schema.has(limit)) {
                BigDecimal least = schema.path(limit).decimalValue();
                add(
                        found,
                        path,
                        JSON.numberNode(limit.equals("minimum") ? least.subtract(BigDecimal.ONE) : least),
                        "too small");
            }
        if (schema.has("maximum"))
            add(
                    found,
                    path,
                    JSON.numberNode(schema.path("maximum").decimalValue().add(BigDecimal.ONE)),
                    "too large");
    }

    private static void list(JsonNode schema, List<String> path, List<Broken> found) {
        add(found, path, JSON.textNode("x"), "no list");
        if (schema.path("minItems").asInt(0) > 0) add(found, path, JSON.arrayNode(), "too few");
        int most = schema.path("maxItems").asInt(0);
        if (most > 0 && most <= 1000 && !schema.has("uniqueItems")) {
            ArrayNode many = JSON.arrayNode();
            for (int i = 0; i <= most; i++) many.add(sample(schema.path("items"), i));
            add(found, path, many, "too many");
        }
        List<String> deeper = new ArrayList<>(path);
        deeper.add("0");
        walk(schema.path("items"), deeper, found);
    }

    private static void add(List<Broken> found, List<String> path, JsonNode value, String what) {
        found.add(new Broken(List.copyOf(path), value, what));
    }

    /** A value that keeps the limits; the examples of the contract do. */
    private static JsonNode sample(JsonNode reference, int which) {
        JsonNode schema = resolved(reference);
        // YAML has read those of the contract as something else
        if (schema.path("format").asText().equals("date")) return JSON.textNode("2026-06-30");
        if (schema.path("format").asText().equals("date-time")) return JSON.textNode("2026-06-30T08:00:00Z");
        if (schema.path("examples").size() > 0 && which == 0)
            return schema.path("examples").get(0);
        if (schema.has("enum")) return schema.path("enum").get(0);
        String type = schema.path("type").toString();
        if (type.contains("object")) {
            ObjectNode object = JSON.objectNode();
            for (JsonNode name : schema.path("required"))
                object.set(name.asText(), sample(schema.path("properties").path(name.asText()), which));
            // Java's own numbers and truth values cannot be absent
            schema.path("properties").properties().forEach(field -> {
                if (List.of("\"integer\"", "\"boolean\"")
                        .contains(field.getValue().path("type").toString()))
                    object.set(field.getKey(), sample(field.getValue(), which));
            });
            return object;
        }
        if (type.contains("array")) return JSON.arrayNode().add(sample(schema.path("items"), which));
        if (type.contains("boolean")) return JSON.booleanNode(true);
        if (schema.path("format").asText().equals("uuid"))
            return JSON.textNode(UUID.randomUUID().toString());
        if (schema.path("examples").size() > 0) return schema.path("examples").get(0);
        return type.contains("string")
                ? JSON.textNode("x")
                : JSON.numberNode(schema.path("minimum").asInt(1));
    }

    /** The sample with another value in one place; what lies on the way there is made. */
    private static JsonNode with(JsonNode reference, JsonNode sample, List<String> path, JsonNode value) {
        if (path.isEmpty()) return value;
        JsonNode schema = resolved(reference);
        String step = path.get(0);
        List<String> rest = path.subList(1, path.size());
        if (step.equals("0")) {
            JsonNode items = schema.path("items");
            return JSON.arrayNode().add(with(items, sample(items, 0), rest, value));
        }
        ObjectNode object = (ObjectNode) (sample.isObject() ? sample : sample(schema, 0)).deepCopy();
        JsonNode field = schema.path("properties").path(step);
        object.set(step, with(field, object.has(step) ? object.path(step) : sample(field, 0), rest, value));
        return object;
    }
}
