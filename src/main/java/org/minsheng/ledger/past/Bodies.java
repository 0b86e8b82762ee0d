package org.minsheng.ledger.past;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Map;

/** Reads recorded bodies of every format: what a body does not know is null, what nobody knows any more is passed over. */
final class Bodies {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Bodies() {}

    /** A part of a body, the digests of personal values replaced by the values, or by null where they are erased. */
    static JsonNode part(String body, String name, Map<String, String> personal) {
        return revealed(tree(body, name), "/" + name, personal);
    }

    static <S> S read(JsonNode state, Class<S> type) {
        try {
            return MAPPER.treeToValue(state, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not a " + type.getSimpleName(), e);
        }
    }

    static boolean hidesSomething(JsonNode node) {
        if (isDigest(node)) return true;
        for (JsonNode child : node) if (hidesSomething(child)) return true;
        return false;
    }

    static JsonNode tree(String body, String name) {
        try {
            return MAPPER.readTree(body).path(name);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not the JSON that was recorded", e);
        }
    }

    private static JsonNode revealed(JsonNode node, String pointer, Map<String, String> personal) {
        if (isDigest(node)) {
            String value = personal.get(pointer);
            return value == null
                    ? MAPPER.getNodeFactory().nullNode()
                    : MAPPER.getNodeFactory().textNode(value);
        }
        if (node instanceof ObjectNode object)
            object.properties().forEach(f -> f.setValue(revealed(f.getValue(), pointer + "/" + f.getKey(), personal)));
        if (node instanceof ArrayNode array)
            for (int i = 0; i < array.size(); i++) array.set(i, revealed(array.get(i), pointer + "/" + i, personal));
        return node;
    }

    private static boolean isDigest(JsonNode node) {
        return node.isObject() && node.size() == 1 && node.has("sha256");
    }
}
