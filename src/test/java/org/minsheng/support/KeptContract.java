package org.minsheng.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.yaml.snakeyaml.Yaml;

/**
 * Holds every answer of the tests against the committed document: operation and status must be there, so must each
 * header of ours, and the body must have the documented form and nothing beyond it.
 */
public final class KeptContract implements Filter {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> OUR_HEADERS = Set.of(
            "etag", "location", "link", "retry-after", "www-authenticate", "idempotency-replayed", "x-request-id");
    private final JsonNode document;
    private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();
    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    KeptContract() {
        try {
            document = JSON.valueToTree((Object) new Yaml().load(Files.readString(Path.of("openapi", "openapi.yaml"))));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        document.path("components").path("schemas").forEach(KeptContract::closed);
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response answer = context.next(request, expected);
        String path = java.net.URI.create(request.getURI()).getPath();
        String what = request.getMethod() + " " + path + " -> " + answer.statusCode();
        JsonNode operation = operation(path, request.getMethod().toLowerCase());
        if (operation == null) return answer; // no operation of ours: what the framework refuses has tests of its own
        JsonNode documented = operation.path("responses").path(String.valueOf(answer.statusCode()));
        if (documented.has("$ref"))
            documented = document.at(documented.get("$ref").asText().substring(1));
        check(!documented.isMissingNode(), what + ": the status is not in the contract");
        headers(documented, answer, what);
        body(documented, answer, what);
        return answer;
    }

    private static void headers(JsonNode documented, Response answer, String what) {
        Map<String, JsonNode> told = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        documented.path("headers").properties().forEach(h -> told.put(h.getKey(), h.getValue()));
        answer.headers()
                .forEach(h -> check(
                        !OUR_HEADERS.contains(h.getName().toLowerCase()) || told.containsKey(h.getName()),
                        what + ": the header " + h.getName() + " is not in the contract"));
    }

    private void body(JsonNode documented, Response answer, String what) {
        byte[] body = answer.asByteArray();
        JsonNode content = documented.path("content");
        if (body.length == 0) {
            check(content.isMissingNode(), what + ": the contract promises a body");
            return;
        }
        String type = answer.contentType().split(";")[0];
        check(content.has(type), what + ": " + type + " is not in the contract");
        if (!type.endsWith("/json") && !type.endsWith("+json")) return;
        try {
            Set<ValidationMessage> wrong =
                    schema(content.get(type).get("schema")).validate(JSON.readTree(body));
            check(
                    wrong.isEmpty(),
                    what + ": " + wrong + "\n" + new String(body, java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new AssertionError(what + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private JsonSchema schema(JsonNode wanted) {
        return schemas.computeIfAbsent(wanted.toString(), text -> {
            ObjectNode whole = JSON.createObjectNode();
            whole.setAll((ObjectNode) wanted);
            whole.set("components", document.get("components"));
            SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                    .formatAssertionsEnabled(true)
                    .build();
            return factory.getSchema(SchemaLocation.of("https://ledger.example/contract"), whole, config);
        });
    }

    /** A field that the document does not name is one that clients cannot know. */
    private static void closed(JsonNode schema) {
        if (schema.has("properties") && !schema.has("additionalProperties"))
            ((ObjectNode) schema).put("additionalProperties", false);
    }

    private JsonNode operation(String path, String method) {
        for (var entry : document.path("paths").properties()) {
            String pattern = entry.getKey().replaceAll("\\{[^}]+}", "[^/]+");
            if (path.matches(pattern) && entry.getValue().has(method))
                return entry.getValue().get(method);
        }
        return null;
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) throw new AssertionError(otherwise);
    }
}
