package org.minsheng.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.Yaml;

/** One operation of the committed contract, for tests that ask all of them the same. */
public record Operation(String id, String method, String path, List<String> queries) {
    public static JsonNode document() {
        try {
            return new ObjectMapper()
                    .valueToTree((Object) new Yaml().load(Files.readString(Path.of("openapi", "openapi.yaml"))));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    public static List<Operation> all() {
        List<Operation> all = new ArrayList<>();
        document().path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> {
                    List<String> queries = new ArrayList<>();
                    for (JsonNode parameter : method.getValue().path("parameters"))
                        if (parameter.path("in").asText().equals("query"))
                            queries.add(parameter.path("name").asText());
                    String id = method.getValue().path("operationId").asText();
                    all.add(new Operation(id, method.getKey().toUpperCase(), path.getKey(), queries));
                }));
        return all;
    }

    public boolean isRead() {
        return method.equals("GET");
    }

    public boolean takesId() {
        return path.contains("{");
    }
}
