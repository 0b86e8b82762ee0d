package org.minsheng.chronicle;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.minsheng.http.Labelled;

/** How a value of a state is printed for people. */
interface Form {
    /** What a form needs to know besides: the language, the promise's unit of measure, the names of units that day. */
    record Setting(Words words, String measure, Function<UUID, String> unitName) {}

    String print(JsonNode value, Setting setting);

    Form TEXT = (value, setting) -> value.asText();
    Form DAY = (value, setting) -> setting.words.day(LocalDate.parse(value.asText()));
    Form AMOUNT = (value, setting) -> setting.words.amount(new BigDecimal(value.asText()), setting.measure);
    Form POINTS = (value, setting) -> setting.words.say(
            "form.points", Map.of("number", setting.words.amount(new BigDecimal(value.asText()), null)));
    Form YES = (value, setting) ->
            setting.words.find(value.asBoolean() ? "form.yes" : "form.no").orElseThrow();
    Form UNIT = (value, setting) -> setting.unitName.apply(UUID.fromString(value.asText()));

    /** Erased, it only says that there was a change. */
    Form PERSONAL = (value, setting) ->
            Difference.isErased(value) ? setting.words.find("form.changed").orElseThrow() : value.asText();

    /** An amount beside its printed words, {@code [amount, printed, unit]}; the notice is in Chinese. */
    Form PROMISED = (value, setting) -> {
        boolean printed = value.path(1).isTextual() && setting.words.language() == org.minsheng.http.Language.ZH;
        if (!printed) return AMOUNT.print(value.path(0), setting);
        return value.path(2).isTextual()
                ? value.path(1).asText() + " " + value.path(2).asText()
                : value.path(1).asText();
    };

    /** {@code [numerator, denominator]}. */
    Form RATIO = (value, setting) -> {
        BigDecimal part = new BigDecimal(value.path(0).asText());
        BigDecimal whole = new BigDecimal(value.path(1).asText());
        return setting.words.say(
                "value.ratio",
                Map.of(
                        "numerator", setting.words.amount(part, null),
                        "denominator", setting.words.amount(whole, null),
                        "share", setting.words.share(part, whole)));
    };

    Form ALLOCATIONS = each((part, setting) -> setting.unitName.apply(
                    UUID.fromString(part.path("unitId").asText())) + " " + AMOUNT.print(part.path("amount"), setting));

    Form CURVE = each((point, setting) -> DAY.print(point.path("on"), setting) + " "
            + setting.words.share(new BigDecimal(point.path("share").asText()), BigDecimal.ONE));

    Form NAMES = each((part, setting) -> part.path("name").asText());

    Form COMPONENTS = each(
            (part, setting) -> part.path("mark").asText("") + part.path("name").asText(""));

    static Form each(Form one) {
        return (value, setting) -> {
            List<String> parts = new ArrayList<>();
            value.forEach(part -> parts.add(one.print(part, setting)));
            return setting.words.list(parts);
        };
    }

    /** The label of an enumeration; a constant that is no longer known stays as it is. */
    static <E extends Enum<E> & Labelled> Form label(Class<E> type) {
        return (value, setting) -> {
            for (E constant : type.getEnumConstants())
                if (constant.name().equals(value.asText())) return constant.in(setting.words.language());
            return value.asText();
        };
    }
}
