package org.minsheng.chronicle;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.UUID;
import org.minsheng.ledger.LedgerEvent;

/** A recorded change with its body read, personal values in their places as long as they are not erased. */
record Told(LedgerEvent event, JsonNode body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Told of(LedgerEvent event, Map<String, String> personal) {
        JsonNode body = read(event.body);
        personal.forEach((path, value) -> {
            JsonPointer pointer = JsonPointer.compile(path);
            if (body.at(pointer.head()) instanceof ObjectNode holder)
                holder.put(pointer.last().getMatchingProperty(), value);
        });
        return new Told(event, body);
    }

    /** A body that somebody has spoilt is the log's alarm; the rest of the story is still told. */
    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException spoilt) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    JsonNode state() {
        return body.path("state");
    }

    /** Null also where the value is erased: only its digest is left then. */
    static String text(JsonNode node, String path) {
        JsonNode found = node.at(path);
        return found.isValueNode() && !found.isNull() ? found.asText() : null;
    }

    String text(String path) {
        return text(body, path);
    }

    static UUID id(JsonNode node, String path) {
        String text = text(node, path);
        return text == null || text.length() != 36 ? null : UUID.fromString(text);
    }
}
