package org.minsheng.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** What tests that ask all operations the same need to know of the committed document, and who may do them. */
public final class Contract {
    public record Parameter(String name, String in, boolean required, JsonNode schema) {}

    public record Operation(
            String id,
            String description,
            String method,
            String path,
            List<Parameter> parameters,
            List<String> bodyTypes,
            JsonNode body,
            List<String> answerTypes,
            List<JsonNode> answers) {
        public boolean writes() {
            return !isRead();
        }

        public boolean isRead() {
            return method.equals("GET");
        }

        public boolean takesId() {
            return path.contains("{");
        }

        public List<String> queries() {
            return parameters.stream()
                    .filter(p -> p.in().equals("query"))
                    .map(Parameter::name)
                    .toList();
        }

        /** Of a body that has fields. */
        public String jsonType() {
            return bodyTypes.stream()
                    .filter(t -> t.equals("application/json") || t.endsWith("+json"))
                    .findFirst()
                    .orElse(null);
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode DOCUMENT = read();

    private Contract() {}

    public static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        DOCUMENT.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .map(method -> operation(path.getKey(), method.getKey(), method.getValue()))
                .forEach(operations::add));
        return operations;
    }

    public static Operation operation(String id) {
        return operations().stream().filter(o -> o.id().equals(id)).findFirst().orElseThrow();
    }

    public static JsonNode document() {
        return DOCUMENT;
    }

    public static JsonNode schemas() {
        return DOCUMENT.at("/components/schemas");
    }

    /** Follows a reference, and takes the part that is not null. */
    public static JsonNode resolved(JsonNode schema) {
        if (schema.has("$ref"))
            return resolved(DOCUMENT.at(schema.get("$ref").asText().substring(1)));
        if (schema.has("anyOf"))
            for (JsonNode one : schema.get("anyOf"))
                if (!one.path("type").asText().equals("null")) return resolved(one);
        return schema;
    }

    /** The names of JSON's types that a field may have. */
    public static List<String> types(JsonNode schema) {
        List<String> types = new ArrayList<>();
        JsonNode told = resolved(schema).path("type");
        if (told.isTextual()) types.add(told.asText());
        told.forEach(one -> types.add(one.asText()));
        for (JsonNode one : schema.path("anyOf")) if (one.path("type").asText().equals("null")) types.add("null");
        return types;
    }

    /** Roles and {@code anonymous} by operation. */
    public static Map<String, Map<String, Boolean>> matrix() {
        try {
            List<String[]> lines = Files.readAllLines(Path.of("src/main/resources/access-matrix.csv")).stream()
                    .map(l -> l.split(","))
                    .toList();
            Map<String, Map<String, Boolean>> matrix = new LinkedHashMap<>();
            for (String[] line : lines.subList(1, lines.size())) {
                if (line.length != lines.get(0).length) throw new IllegalStateException(String.join(",", line));
                Map<String, Boolean> row = new LinkedHashMap<>();
                for (int i = 1; i < line.length; i++) row.put(lines.get(0)[i], line[i].equals("yes"));
                matrix.put(line[0], row);
            }
            return matrix;
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Operation operation(String path, String method, JsonNode told) {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode one : told.path("parameters")) {
            JsonNode p = resolved(one);
            parameters.add(new Parameter(
                    p.path("name").asText(),
                    p.path("in").asText(),
                    p.path("required").asBoolean(),
                    p.path("schema")));
        }
        JsonNode content = told.at("/requestBody/content");
        List<String> types = names(content);
        return new Operation(
                told.path("operationId").asText(),
                told.path("description").asText(),
                method.toUpperCase(),
                path,
                parameters,
                types,
                types.isEmpty() ? null : content.path(types.get(0)).path("schema"),
                names(told.at("/responses/200/content")),
                answers(told.path("responses")));
    }

    /** The schemas of what is told when all went well. */
    private static List<JsonNode> answers(JsonNode responses) {
        List<JsonNode> schemas = new ArrayList<>();
        responses.properties().forEach(one -> {
            if (one.getKey().startsWith("2"))
                one.getValue().path("content").forEach(type -> schemas.add(type.path("schema")));
        });
        return schemas;
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode read() {
        Yaml yaml = new Yaml(
                new SafeConstructor(new LoaderOptions()),
                new Representer(new DumperOptions()),
                new DumperOptions(),
                new LoaderOptions(),
                new Texts());
        try {
            return JSON.valueToTree((Object) yaml.load(Files.readString(Path.of("openapi", "openapi.yaml"))));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Days and instants stay the texts that they are on the wire. */
    private static final class Texts extends Resolver {
        @Override
        public void addImplicitResolver(Tag tag, Pattern regexp, String first, int limit) {
            if (tag != Tag.TIMESTAMP) super.addImplicitResolver(tag, regexp, first, limit);
        }
    }
}
