package org.minsheng.assurance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.minsheng.support.Contract;

/** Who may do what, and who writes and reads each field: what follows from the contract, the matrix of roles and the scopes. */
final class Rights {
    /** How far a reader sees, by the address that is read. */
    enum Scope {
        PUBLIC("公开", "everybody"),
        READ_ROOT("已登录者，本级政府范围", "who is signed in, inside their government"),
        WORK(
                "审核通过的：本级政府范围；其余：作者单位、牵头单位、督查室和区领导",
                "what is approved: inside the government; the rest: the unit that made it, lead units, supervision office and leader"),
        BY_SUBJECT("与所讲的事物相同", "as far as what it tells of may be read"),
        ADMINISTRATION("管理员", "administrators"),
        AUDIT("审计管理员、督查室、区领导，按各自范围", "audit administrator, supervision office, leader, within their scope"),
        SELF("本人", "oneself");

        final String zh;
        final String en;

        Scope(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }
    }

    private static final Path SCOPES = Path.of("src/main/resources/rights-scopes.csv");
    private final List<Contract.Operation> operations = Contract.operations();
    private final Map<String, Scope> scopes = new LinkedHashMap<>();

    Rights() throws IOException {
        List<String> lines = Files.readAllLines(SCOPES);
        for (String line : lines.subList(1, lines.size())) {
            String[] parts = line.split(",");
            scopes.put(parts[0], Scope.valueOf(parts[1]));
        }
    }

    Map<String, Scope> scopes() {
        return scopes;
    }

    /** By the first beginning of its path that fits. */
    Scope of(Contract.Operation operation) {
        return scopes.entrySet().stream()
                .filter(s -> operation.path().startsWith(s.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    /** The schemas of answers and, for each, what is read with it. */
    Map<String, List<Contract.Operation>> readers() {
        Map<String, List<Contract.Operation>> readers = new LinkedHashMap<>();
        for (Contract.Operation operation : operations)
            for (String schema : reached(operation.answers()))
                readers.computeIfAbsent(schema, first -> new ArrayList<>()).add(operation);
        return readers;
    }

    /** What changes a field of an answer: takes one of that name and answers with the same kind of thing. */
    List<Contract.Operation> writers(String schema, String field) {
        return operations.stream()
                .filter(o -> o.writes() && takes(taken(o), field))
                .filter(o -> o.answers().stream().anyMatch(a -> kind(name(a)).equals(kind(schema))))
                .toList();
    }

    /** Units are told and taken as their ids. */
    private static boolean takes(Set<String> taken, String field) {
        return taken.contains(field) || field.endsWith("s") && taken.contains(field.replaceFirst("s$", "Ids"));
    }

    /** The fields of a body, and of the text in it. */
    static Set<String> taken(Contract.Operation operation) {
        Set<String> fields = new LinkedHashSet<>();
        if (operation.body() == null) return fields;
        JsonNode body = Contract.resolved(operation.body()).path("properties");
        body.fieldNames().forEachRemaining(fields::add);
        if (fields.remove("text") && Contract.resolved(body.path("text")).has("properties"))
            Contract.resolved(body.path("text")).path("properties").fieldNames().forEachRemaining(fields::add);
        else if (body.has("text")) fields.add("text");
        return fields;
    }

    static Set<String> roles(Contract.Operation operation) {
        Set<String> roles = new LinkedHashSet<>();
        Contract.matrix().get(operation.id()).forEach((role, may) -> {
            if (may) roles.add(role);
        });
        return roles;
    }

    private static String kind(String schema) {
        return schema.replaceFirst("(View|Row|Detail)$", "");
    }

    private static String name(JsonNode schema) {
        String ref = schema.path("$ref").asText();
        return ref.substring(ref.lastIndexOf('/') + 1);
    }

    private static Set<String> reached(List<JsonNode> schemas) {
        Set<String> reached = new TreeSet<>();
        schemas.forEach(schema -> collect(schema, reached));
        return reached;
    }

    private static void collect(JsonNode schema, Set<String> into) {
        if (schema.has("$ref") && into.add(name(schema)))
            collect(Contract.schemas().path(name(schema)), into);
        schema.path("properties").forEach(field -> collect(field, into));
        for (String part : List.of("items", "additionalProperties"))
            if (schema.has(part)) collect(schema.get(part), into);
        for (String part : List.of("anyOf", "allOf", "oneOf")) schema.path(part).forEach(one -> collect(one, into));
    }
}
