package org.minsheng.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;

/** JSON merge patch (RFC 7396): absent leaves, null clears. The merged record is validated like one sent whole. */
@ApplicationScoped
public class MergePatch {
    public static final String MEDIA_TYPE = "application/merge-patch+json";
    private final ObjectMapper json;
    private final Validator validator;

    MergePatch(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** {@code current} with {@code patch} applied, as a record of the same type; 400 names each refused field. */
    @SuppressWarnings("unchecked")
    public <T extends Record> T apply(T current, JsonNode patch) {
        if (patch == null || !patch.isObject()) throw Refusal.malformed("request.patch-not-an-object");
        JsonNode merged = merge(json.valueToTree(current), patch);
        T edited;
        try {
            edited = (T) json.treeToValue(merged, current.getClass());
        } catch (JsonProcessingException e) {
            throw Problems.unreadableBody(e);
        }
        var violations = validator.validate(edited);
        if (!violations.isEmpty()) throw new ConstraintViolationException(violations);
        return edited;
    }

    static JsonNode merge(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) return patch;
        ObjectNode result = target instanceof ObjectNode object
                ? object.deepCopy()
                : com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        patch.properties().forEach(field -> {
            if (field.getValue().isNull()) result.putNull(field.getKey());
            else result.set(field.getKey(), merge(result.path(field.getKey()), field.getValue()));
        });
        return result;
    }
}
