package org.minsheng.reports.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minsheng.ledger.past.Memory;
import org.minsheng.ledger.past.Remembered;

/** What people call the subjects of a programme, and the order they expect them in. */
final class Naming {
    private static final List<String> KINDS = List.of(
            "programme",
            "source-document",
            "project",
            "indicator",
            "change-order",
            "period",
            "period-extension",
            "progress-entry",
            "item",
            "evidence",
            "rating",
            "status-limits");

    private record Named(int ordinal, String name) {}

    private static final Named UNKNOWN = new Named(0, null);
    private final Map<UUID, Named> named = new HashMap<>();

    /** @param register with projects and indicators */
    Naming(Memory register) {
        for (Remembered project : register.all("project")) {
            JsonNode state = state(project.state());
            named.put(project.id(), new Named(10_000 * state.path("ordinal").asInt(), said(state, "name")));
        }
        for (Remembered indicator : register.all("indicator")) {
            JsonNode state = state(indicator.state());
            int before = named.getOrDefault(indicator.projectId(), UNKNOWN).ordinal;
            String name = joined(" ", said(state, "code"), said(state, "name"));
            named.put(indicator.id(), new Named(before + state.path("ordinal").asInt(), name));
        }
    }

    static int kind(String subjectType) {
        int known = KINDS.indexOf(subjectType);
        return known < 0 ? KINDS.size() : known;
    }

    /** The place of the project or promise that it is, or is about. */
    int ordinal(Remembered subject) {
        return about(subject).ordinal;
    }

    String name(Remembered subject) {
        JsonNode state = state(subject.state());
        String name =
                switch (subject.type()) {
                    case "programme" -> said(state, "title");
                    case "project" -> said(state, "name");
                    case "indicator" -> joined(" ", said(state, "code"), said(state, "name"));
                    case "progress-entry" ->
                        joined(" · ", about(subject).name, said(state, "unitName"), said(state, "period"));
                    case "item" -> said(state.path("text"), "name");
                    case "change-order" -> joined(" · ", said(state, "documentNumber"), about(subject).name);
                    case "period" -> said(state, "code");
                    case "evidence" -> said(state, "fileName");
                    case "rating" -> about(subject).name;
                    default -> null;
                };
        return name == null || name.isEmpty() ? subject.type() : name;
    }

    private Named about(Remembered subject) {
        JsonNode state = subject.state();
        return Stream.of(
                        state.path("indicatorId").asText(null),
                        state.path("subjectId").asText(null))
                .filter(Objects::nonNull)
                .map(id -> named.get(UUID.fromString(id)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> named.getOrDefault(subject.id(), named.getOrDefault(subject.projectId(), UNKNOWN)));
    }

    /** A project's row and a promise beside its new plan stand one step deeper. */
    static JsonNode state(JsonNode state) {
        if (state.path("indicator").isObject()) return state.get("indicator");
        return state.path("project").isObject() ? state.get("project") : state;
    }

    private static String said(JsonNode state, String field) {
        return state.path(field).asText(null);
    }

    private static String joined(String separator, String... words) {
        return Stream.of(words).filter(Objects::nonNull).collect(Collectors.joining(separator));
    }
}
