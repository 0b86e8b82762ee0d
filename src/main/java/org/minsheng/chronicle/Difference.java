package org.minsheng.chronicle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What is another than before in one field; missing where there was or is nothing. */
record Difference(Field field, JsonNode from, JsonNode to) {

    /** Of two states of one thing, in the order of the fields; what is in none of them is passed over. */
    static List<Difference> between(JsonNode before, JsonNode after, List<Field> fields) {
        List<Difference> differences = new ArrayList<>();
        for (Field field : fields) {
            JsonNode from = field.in(before);
            JsonNode to = field.in(after);
            if (!isSame(from, to)) differences.add(new Difference(field, from, to));
        }
        return differences;
    }

    /** Digests are salted anew each time, so of an erased value nobody can say whether it was another. */
    private static boolean isSame(JsonNode from, JsonNode to) {
        if (isErased(from) && !to.isMissingNode() || isErased(to) && !from.isMissingNode()) return true;
        return from.equals(to);
    }

    static boolean isErased(JsonNode value) {
        return value.isObject() && value.has("sha256");
    }
}
