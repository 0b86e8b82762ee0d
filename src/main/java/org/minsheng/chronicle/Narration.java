package org.minsheng.chronicle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.minsheng.time.Time;

/** What there is to say about one change: who did it, to what, and why. */
record Narration(Form.Setting setting, Background background, Told told, List<ChronicleChange> changes) {

    /** The promise that a change is about, missing where it is about a project or programme. */
    static JsonNode promise(Told told, Background background) {
        JsonNode state = told.state();
        return switch (told.event().subjectType) {
            case "indicator" -> state.has("planned") ? state.path("indicator") : state;
            case "rating", "change-order" -> background.subjectState(told);
            case "progress-entry", "item" -> background.known("indicator", Told.id(state, "/indicatorId"));
            case "evidence" -> background.known("indicator", Told.id(background.subjectState(told), "/indicatorId"));
            default -> MissingNode.getInstance();
        };
    }

    String who() {
        return told.event().actorId == null ? setting.words().find("system").orElseThrow() : told.text("/actor/name");
    }

    String actorUnit() {
        return background.unitName(told.event().actorUnit, day());
    }

    /** A rating keeps its reason in itself. */
    String reason() {
        String given = told.text("/reason/why");
        return given == null && told.event().subjectType.equals("rating") ? told.text("/state/reason") : given;
    }

    String documentNumber() {
        String given = told.text("/reason/documentNumber");
        return given == null ? told.text("/state/mandate/documentNumber") : given;
    }

    boolean isDemonstration() {
        JsonNode holder = background.subjectState(told);
        return told.state().path("demonstration").asBoolean()
                || holder.path("demonstration").asBoolean();
    }

    /** Which of several sentences for one act. */
    String variant() {
        JsonNode state = told.state();
        String type = told.event().subjectType;
        if (told.event().action.equals("programme.imported")) return type;
        return switch (type) {
            case "indicator" -> isTakenBack(state) ? "none" : "";
            case "progress-entry" -> state.path("supersedesId").isTextual() ? "correction" : "";
            case "evidence", "rating" ->
                background.subject(told).map(s -> s.event().subjectType).orElse("");
            case "change-order" -> state.path("action").asText();
            default -> "";
        };
    }

    private boolean isTakenBack(JsonNode state) {
        if (state.has("planned")) return state.path("parts").isEmpty();
        return told.event().action.equals("indicator.item-keeping-set")
                && !state.path("keptBy").isTextual();
    }

    Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        put(values, "by", by());
        put(values, "reason", reason());
        put(values, "document", documentNumber());
        put(values, "approvedBy", told.text("/reason/approvedBy"));
        put(
                values,
                "fields",
                setting.words()
                        .list(changes.stream().map(ChronicleChange::label).toList()));
        put(values, "unit", unit());
        put(values, "old", target(ChronicleChange::from));
        new Details(setting, background, told).put(values);
        return values;
    }

    private String by() {
        if (told.event().actorId == null) return who();
        if (actorUnit() != null) return actorUnit();
        return who() == null ? setting.words().find("somebody").orElseThrow() : who();
    }

    LocalDate day() {
        return Time.dayOf(told.event().occurredAt);
    }

    /** The unit a change is about, under the name that it was written with or had that day. */
    String unit() {
        String written = told.text("/state/unitName");
        UUID unit = Told.id(told.state(), "/unitId");
        return written == null ? background.unitName(unit, day()) : written;
    }

    private String target(Function<ChronicleChange, String> side) {
        return changes.stream()
                .filter(c -> c.field().equals("target"))
                .map(side)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    static void put(Map<String, String> values, String name, String value) {
        if (value != null) values.put(name, value);
    }
}
