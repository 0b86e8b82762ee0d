package org.minsheng.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.minsheng.support.Contract;

/** Values, as JSON writes them, that a field must not take for its own. */
final class Confusion {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MARK = "\u0001here\u0001";
    private static final Map<String, List<String>> BY_TYPE = Map.of(
            "string", List.of("\"x\"", "\"\"", "\" \""),
            "number", List.of("5", "1.5", "-0", "1e999999999", "1e-999999999"),
            "integer", List.of("5"),
            "boolean", List.of("true", "false"),
            "array", List.of("[]", "[[]]", "[\"x\"]", "[5]"),
            "object", List.of("{}", "{\"x\":1}"));

    private static final Map<String, List<String>> NEARLY = Map.of(
            "uuid",
                    List.of(
                            "1-1-1-1-1",
                            "0197f2d47c1e7e0a9a553a1f6d2b8c01",
                            " 0197f2d4-7c1e-7e0a-9a55-3a1f6d2b8c01",
                            "0197f2d4-7c1e-7e0a-9a55-3a1f6d2b8c01 ",
                            "0197f2d4-7c1e-7e0a-9a55-3a1f6d2b8c01\\n",
                            "{0197f2d4-7c1e-7e0a-9a55-3a1f6d2b8c01}",
                            "urn:uuid:0197f2d4-7c1e-7e0a-9a55-3a1f6d2b8c01",
                            "0197f2d4-7c1e-7e0a-9a55-3a1f6d2b8c0g",
                            "0197f2d4-7c1e-7e0a-9a55-3a1f6d2b8c0１",
                            "AZfy1HwefgqaVTofbSuMAQ==",
                            "AZfy1HwefgqaVTofbSuMAQAA",
                            ""),
            "date",
                    List.of(
                            "2026-2-3",
                            "2026-02-30",
                            "2026-13-01",
                            "20260203",
                            " 2026-02-03",
                            "2026-02-03 ",
                            "2026-02-03T00:00:00",
                            "2026-02-03T00:00:00Z",
                            "+2026-02-03",
                            "-2026-02-03",
                            "12026-02-03",
                            "２０２６-０２-０３",
                            "2026/02/03",
                            "2026-W05-2",
                            "2026-034",
                            ""),
            "date-time",
                    List.of(
                            "2026-02-03",
                            "2026-02-03T24:00:00Z",
                            " 2026-02-03T00:00:00Z",
                            "2026-02-03t00:00:00z",
                            "1"));

    private Confusion() {}

    static List<String> of(JsonNode schema, boolean needed) {
        JsonNode told = Contract.resolved(schema);
        List<String> types = Contract.types(schema);
        List<String> values = new ArrayList<>();
        BY_TYPE.forEach((type, examples) -> {
            boolean its = types.contains(type) || type.equals("integer") && types.contains("number");
            if (!its) values.addAll(examples);
        });
        if (types.contains("integer")) {
            values.removeIf(v -> v.equals("5") || v.equals("-0"));
            values.addAll(List.of("1e3", "5.0", "99999999999", "-99999999999", "1e400"));
        }
        if (types.contains("number"))
            values.addAll(
                    List.of("\"5\"", "\"1e3\"", "\"+5\"", "\"NaN\"", "1e999999999", "-1e999999999", "1e-999999999"));
        if (types.contains("boolean")) values.addAll(List.of("\"true\"", "1", "0", "\"on\""));
        if (needed && !types.contains("null")) values.add("null");
        NEARLY.getOrDefault(told.path("format").asText(), List.of()).forEach(v -> values.add('"' + v + '"'));
        if (told.has("enum")) {
            String one = told.get("enum").get(0).asText();
            values.addAll(List.of(
                    '"' + one.toLowerCase() + " \"",
                    "\" " + one + '"',
                    '"' + one + " \"",
                    "\"\"",
                    "0",
                    "\"0\"",
                    '"' + one + "\\u0000\"",
                    "\"x\""));
            if (!one.toLowerCase().equals(one)) values.add('"' + one.toLowerCase() + '"');
            else values.add('"' + one.toUpperCase() + '"');
        }
        return values;
    }

    /** The value stands in the text as it is: no writer could make it tidy. */
    static String put(JsonNode body, String pointer, String value) {
        if (pointer.isEmpty()) return value;
        String text = BodyFields.with(body, pointer, TextNode.valueOf(MARK)).toString();
        return text.replace(quoted(), value);
    }

    private static String quoted() {
        try {
            return JSON.writeValueAsString(MARK);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
