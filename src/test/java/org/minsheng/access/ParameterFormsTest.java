package org.minsheng.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minsheng.support.Contract;
import org.minsheng.support.Given;
import org.minsheng.support.Wire;

/** Every parameter of the document with values that only nearly have its form: 400 by name, in paths and queries alike. */
@QuarkusTest
class ParameterFormsTest {
    private static final Map<String, List<String>> NEARLY = Map.of(
            "uuid",
                    List.of(
                            "1-1-1-1-1",
                            "0197f2d47c1e7e0a9a553a1f6d2b8c01",
                            " 0197f2d4-7c1e-7e0a-9a55-3a1f6d2b8c01",
                            "0197f2d4-7c1e-7e0a-9a55-3a1f6d2b8c01 ",
                            "197f2d4-7c1e-7e0a-9a55-3a1f6d2b8c01",
                            "+197f2d4-7c1e-7e0a-9a55-3a1f6d2b8c01",
                            "0197f2d4-7c1e-7e0a-9a55-3a1f6d2b8c0１",
                            "{0197f2d4-7c1e-7e0a-9a55-3a1f6d2b8c01}",
                            "x"),
            "date",
                    List.of(
                            "2026-2-3",
                            "2026-02-30",
                            "+2026-02-03",
                            "２０２６-02-03",
                            "2026-02-03T00:00:00Z",
                            " 2026-02-03"),
            "date-time",
                    List.of("2026-02-03", "2026-02-03T24:00:00Z", "2026-02-03t00:00:00z", " 2026-02-03T00:00:00Z", "0"),
            "int32", List.of("+5", "05", " 5", "5 ", "５", "1e3", "5.0", "0x5", "5L", "99999999999", ""),
            "int64", List.of("+5", "05", " 5", "５", "1e3", "5.0", "99999999999999999999"),
            "boolean", List.of("TRUE", "True", "1", "yes", " true", "true ", "ｔrue", ""));

    private record Asked(Contract.Operation operation, Contract.Parameter parameter, String value) {}

    private final Map<String, Map<String, Boolean>> matrix = Contract.matrix();

    @Test
    void a_value_that_is_nearly_in_its_form_is_refused_by_name() {
        District home = District.in(null);
        List<String> wrong = new ArrayList<>();
        List<Asked> asked = asked();
        for (Asked one : asked) {
            String role = role(one.operation, home);
            Wire.Answer answer = send(one, role == null ? null : home.people().get(role));
            if (answer.status() != 400
                    || !answer.isProblem()
                    || !answer.body().contains("\"pointer\":\"" + one.parameter.name() + "\""))
                wrong.add(one.operation.id() + " " + one.parameter.name() + "=" + one.value + ": " + answer.status()
                        + " " + answer.body());
        }
        assertEquals(List.of(), wrong.stream().limit(40).toList(), wrong.size() + " of " + asked.size());
        assertTrue(asked.size() > 800, asked.size() + " values");
    }

    @Test
    void whoever_has_no_token_learns_nothing_about_forms() {
        List<String> wrong = new ArrayList<>();
        for (Asked one : asked())
            if (role(one.operation, null) != null && send(one, null).status() != 401)
                wrong.add(one.operation.id() + " " + one.parameter.name());
        assertEquals(List.of(), wrong);
    }

    private static List<Asked> asked() {
        List<Asked> asked = new ArrayList<>();
        for (Contract.Operation operation : Contract.operations())
            for (Contract.Parameter parameter : operation.parameters())
                for (String value : NEARLY.getOrDefault(form(parameter), List.of()))
                    if (parameter.in().equals("query") || parameter.in().equals("path") && !value.isEmpty())
                        asked.add(new Asked(operation, parameter, value));
        return asked;
    }

    private static String form(Contract.Parameter parameter) {
        var schema = Contract.resolved(parameter.schema());
        return schema.path("type").asText().equals("boolean")
                ? "boolean"
                : schema.path("format").asText();
    }

    /** Null where nobody has to sign in. */
    private String role(Contract.Operation operation, District home) {
        Map<String, Boolean> row = matrix.get(operation.id());
        if (row.get("anonymous")) return null;
        return row.entrySet().stream()
                .filter(e -> e.getValue() && (home == null || home.people().containsKey(e.getKey())))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static Wire.Answer send(Asked one, String who) {
        String path = one.operation.path();
        List<String> query = new ArrayList<>();
        for (Contract.Parameter p : one.operation.parameters()) {
            String value = p.equals(one.parameter) ? one.value : usual(p);
            String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
            if (p.in().equals("path")) path = path.replace("{" + p.name() + "}", encoded);
            if (p.in().equals("query") && (p.required() || p.equals(one.parameter)))
                query.add(p.name() + "=" + encoded);
        }
        Map<String, String> headers = new LinkedHashMap<>();
        String body = null;
        if (!one.operation.bodyTypes().isEmpty()) {
            headers.put("Content-Type", one.operation.bodyTypes().get(0));
            body = one.operation.jsonType() == null
                    ? "x"
                    : BodyFields.example(one.operation.body()).toString();
        }
        String whole = path + (query.isEmpty() ? "" : "?" + String.join("&", query));
        return Wire.ask(one.operation.method(), whole, who, headers, body);
    }

    private static String usual(Contract.Parameter p) {
        return switch (form(p)) {
            case "uuid" -> UUID.randomUUID().toString();
            case "date" -> Given.YEAR + "-01-01";
            case "date-time" -> Given.YEAR + "-01-01T00:00:00Z";
            case "int32", "int64" -> "1";
            default -> "x";
        };
    }
}
