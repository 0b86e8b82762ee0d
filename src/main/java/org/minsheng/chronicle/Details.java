package org.minsheng.chronicle;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What a sentence can name of the thing that changed: every field people know, and the things it belongs to. */
record Details(Form.Setting setting, Background background, Told told) {
    private static final Field RATIO = Fields.OF.get("progress-entry").stream()
            .filter(f -> f.name().equals("ratio"))
            .findFirst()
            .orElseThrow();

    void put(Map<String, String> values) {
        State state = State.of(told);
        for (Field field : Fields.OF.getOrDefault(state.kind(), List.of())) {
            JsonNode value = field.in(state.values());
            if (!value.isMissingNode() && !Difference.isErased(value))
                Narration.put(values, field.name(), field.form().print(value, setting));
        }
        JsonNode promise = Narration.promise(told, background);
        JsonNode named = background.subjectState(told);
        Narration.put(values, "indicator", Told.text(promise, "/name"));
        Narration.put(values, "item", Told.text(named, "/text/name"));
        Narration.put(values, "subject", first(Told.text(named, "/name"), Told.text(named, "/project/name")));
        Narration.put(values, "kind", kind());
        Narration.put(values, "period", period(named));
        if (told.event().subjectType.equals("progress-entry"))
            Narration.put(values, "value", value(promise, told.state().path("text")));
    }

    private String kind() {
        String type = told.text("/state/subjectType");
        return type == null
                ? null
                : setting.words().find("kind." + type.toLowerCase()).orElse(null);
    }

    private String period(JsonNode holder) {
        return switch (told.event().subjectType) {
            case "period" -> told.text("/state/code");
            case "progress-entry" -> told.text("/state/period");
            case "period-extension" ->
                Told.text(background.known("period", Told.id(told.state(), "/periodId")), "/code");
            default -> Told.text(holder, "/period");
        };
    }

    /** A reported value in the words of its measure: this period's, to date, in all, a ratio, a day. */
    private String value(JsonNode promise, JsonNode text) {
        Words words = setting.words();
        if (text.path("doneOn").isTextual())
            return words.say("value.done", Map.of("day", Form.DAY.print(text.path("doneOn"), setting)));
        if (text.path("numerator").isTextual() && text.path("denominator").isTextual())
            return Form.RATIO.print(RATIO.in(told.state()), setting);
        if (text.path("amount").isTextual())
            return words.say(
                    key(promise),
                    Map.of(
                            "amount",
                            words.amount(new BigDecimal(text.path("amount").asText()), setting.measure())));
        boolean deliverable = promise.path("measureKind").asText().equals("DELIVERABLE");
        return words.say(deliverable ? "value.not-done" : "value.none", Map.of());
    }

    private static String key(JsonNode promise) {
        if (promise.path("measureKind").asText().equals("STOCK")) return "value.level";
        return promise.path("reportingBasis").asText().equals("TO_DATE") ? "value.to-date" : "value.period";
    }

    private static String first(String one, String other) {
        return one == null ? other : one;
    }
}
