package org.minsheng.reports.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What two recorded states of a thing say differently, field by field. */
final class Differences {
    /** What only says whose state it is, when it was stored, or which account did it. */
    private static final Set<String> NOT_SAID = Set.of(
            "id",
            "programmeId",
            "projectId",
            "governmentId",
            "createdAt",
            "updatedAt",
            "submittedBy",
            "registeredBy",
            "decidedBy",
            "uploadedBy",
            "author");

    /** Their fields are those of the thing itself. */
    private static final Set<String> WRAPPERS = Set.of("project", "indicator", "text");

    private Differences() {}

    /** @param from null for what was not there; {@code to} likewise */
    static List<ChangedField> of(JsonNode from, JsonNode to) {
        Map<String, String> before = said(from);
        Map<String, String> after = said(to);
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        List<ChangedField> fields = new ArrayList<>();
        for (String name : names)
            if (!Objects.equals(before.get(name), after.get(name)))
                fields.add(new ChangedField(name, before.get(name), after.get(name)));
        return fields;
    }

    private static Map<String, String> said(JsonNode state) {
        Map<String, String> said = new TreeMap<>();
        if (state != null) collect("", state, said);
        return said;
    }

    private static void collect(String prefix, JsonNode object, Map<String, String> said) {
        object.properties().forEach(field -> {
            String name = field.getKey();
            JsonNode value = field.getValue();
            if (value.isNull() || NOT_SAID.contains(name) || name.endsWith("Label")) return;
            if (name.equals("parts")) parts(value, said);
            else if (value.isObject()) collect(WRAPPERS.contains(name) ? prefix : prefix + name + ".", value, said);
            else if (!value.isArray()) said.put(prefix + name, value.asText());
            else if (!value.isEmpty()) said.put(prefix + name, listed(elements(value)));
        });
    }

    /** The roles of units, under the names that a project shows them by. */
    private static void parts(JsonNode parts, Map<String, String> said) {
        Map<String, List<JsonNode>> roles = elements(parts).stream()
                .collect(Collectors.groupingBy(p -> p.path("role").asText(), TreeMap::new, Collectors.toList()));
        roles.forEach((role, units) -> said.put(role.equals("LEAD") ? "leadUnits" : "coUnits", listed(units)));
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .sorted(Comparator.comparingInt(e -> e.path("position").asInt()))
                .toList();
    }

    private static String listed(List<JsonNode> elements) {
        return elements.stream()
                .map(e -> e.has("name") ? e.get("name").asText() : e.isValueNode() ? e.asText() : e.toString())
                .collect(Collectors.joining("、"));
    }
}
