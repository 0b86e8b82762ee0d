package org.minsheng.chronicle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.function.UnaryOperator;

/** A part of a state that means something to people: its name in the texts, where it stands, how it is printed. */
record Field(String name, UnaryOperator<JsonNode> at, Form form) {
    static Field of(String name, String path, Form form) {
        return new Field(name, state -> state.at(path), form);
    }

    /** Missing, null and empty are all nothing: older bodies wrote what is absent as null. */
    JsonNode in(JsonNode state) {
        JsonNode value = at.apply(state);
        boolean nothing = value.isNull()
                || value.isTextual() && value.asText().isEmpty()
                || value.isContainerNode() && value.isEmpty();
        return nothing ? MissingNode.getInstance() : value;
    }
}
