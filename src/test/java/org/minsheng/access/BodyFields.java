package org.minsheng.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.minsheng.support.Contract;

/** The fields that a body may have, by JSON pointer, as its schema tells them. */
final class BodyFields {
    private static final ObjectMapper JSON = new ObjectMapper();

    private BodyFields() {}

    /** Each value of a body, objects and arrays included; the first element stands for all of an array. */
    static Map<String, JsonNode> of(JsonNode schema) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        collect("", schema, fields);
        return fields;
    }

    private static void collect(String pointer, JsonNode schema, Map<String, JsonNode> into) {
        into.put(pointer, schema);
        JsonNode told = Contract.resolved(schema);
        told.path("properties").properties().forEach(p -> collect(pointer + "/" + p.getKey(), p.getValue(), into));
        if (told.has("items")) collect(pointer + "/0", told.get("items"), into);
    }

    static boolean isId(JsonNode schema) {
        return Contract.resolved(schema).path("format").asText().equals("uuid");
    }

    /** A body of the document's own examples, with every field that there is. */
    static JsonNode example(JsonNode schema) {
        JsonNode told = Contract.resolved(schema);
        if (told.has("properties")) {
            ObjectNode whole = JSON.createObjectNode();
            told.get("properties").properties().forEach(p -> whole.set(p.getKey(), example(p.getValue())));
            return whole;
        }
        if (told.has("items")) return JSON.createArrayNode().add(example(told.get("items")));
        for (JsonNode place : new JsonNode[] {schema, told}) {
            if (place.path("examples").has(0)) return place.get("examples").get(0);
            if (place.has("example")) return place.get("example");
        }
        if (told.has("enum")) return told.get("enum").get(0);
        return switch (told.path("type").asText()) {
            case "boolean" -> JSON.getNodeFactory().booleanNode(false);
            case "integer" -> JSON.getNodeFactory().numberNode(1);
            case "string" -> JSON.getNodeFactory().textNode("x");
            default -> throw new AssertionError("no example: " + schema);
        };
    }

    /** @param pointer of a field that is there, or whose object is */
    static JsonNode with(JsonNode body, String pointer, JsonNode value) {
        if (pointer.isEmpty()) return value;
        JsonNode copy = body.deepCopy();
        int last = pointer.lastIndexOf('/');
        JsonNode holder = copy.at(pointer.substring(0, last));
        String name = pointer.substring(last + 1);
        if (holder instanceof ArrayNode array) array.set(Integer.parseInt(name), value);
        else ((ObjectNode) holder).set(name, value);
        return copy;
    }
}
