package org.minsheng.chronicle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A recorded state in the form that {@link Fields} read, and the kind of it. */
record State(String kind, JsonNode values) {

    static State of(Told told) {
        String type = told.event().subjectType;
        JsonNode state = told.state();
        if (type.equals("change-order")) return new State(type, ordered(state, "/newValue", "/newPrinted"));
        if (!state.has("planned")) return new State(type, state);
        ObjectNode planned = flat(state);
        planned.set("parts", state.path("parts"));
        return new State(type + "-" + state.path("planned").asText(), planned);
    }

    /** What there was before; an order tells that itself, a plan without its promise's earlier plan began with nothing. */
    static JsonNode before(Told told, Told previous) {
        if (told.event().subjectType.equals("change-order")) {
            ObjectNode old = ordered(told.state(), "/oldValue", "/oldPrinted");
            old.remove("effectiveOn");
            return old;
        }
        return previous == null ? JsonNodeFactory.instance.objectNode() : of(previous).values;
    }

    private static ObjectNode flat(JsonNode state) {
        return state.path("indicator") instanceof ObjectNode indicator
                ? indicator.deepCopy()
                : JsonNodeFactory.instance.objectNode();
    }

    /** Only an order that changes a target has one before and one after. */
    private static ObjectNode ordered(JsonNode state, String value, String printed) {
        ObjectNode order = JsonNodeFactory.instance.objectNode();
        order.set("effectiveOn", state.path("effectiveOn"));
        if (!state.path("action").asText().equals("CHANGE_TARGET")) return order;
        order.set("value", state.at(value));
        order.set("printed", state.at(printed));
        return order;
    }
}
