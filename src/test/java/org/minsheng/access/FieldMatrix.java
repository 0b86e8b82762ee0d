package org.minsheng.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.minsheng.support.Contract;
import org.minsheng.support.Wire;

/** Bodies that say too much or the wrong thing, for each change that the document knows; the rest of each is in order. */
final class FieldMatrix {
    /** @param pointer the field that the refusal has to name */
    record Wrong(Contract.Operation operation, String pointer, String body) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a server that binds whatever it gets would let a caller set. */
    private static final Set<String> COVETED = Set.of(
            "id",
            "version",
            "createdAt",
            "updatedAt",
            "createdBy",
            "recordedBy",
            "status",
            "state",
            "roles",
            "role",
            "unitPath",
            "path",
            "actions",
            "approvedAt",
            "approvedBy",
            "submittedBy",
            "submittedAt",
            "sha256",
            "owner",
            "accountId",
            "programmeId",
            "unitId",
            "username",
            "password",
            "initialPassword",
            "etag",
            "deleted",
            "__proto__",
            "constructor",
            "class",
            "@class",
            "@type",
            "$ref");

    private final District home;
    private final Map<String, Map<String, Boolean>> matrix = Contract.matrix();

    private final Map<String, String> versions = new LinkedHashMap<>();

    FieldMatrix(District home) {
        this.home = home;
    }

    static List<Contract.Operation> writes() {
        return Contract.operations().stream().filter(o -> o.jsonType() != null).toList();
    }

    /** Each object of a body with each field that answers have and it has not. */
    static List<Wrong> servers(Contract.Operation operation) {
        Set<String> names = new TreeSet<>(COVETED);
        Contract.schemas().properties().forEach(schema -> {
            if (schema.getKey().endsWith("View") || schema.getKey().endsWith("Row"))
                schema.getValue().path("properties").fieldNames().forEachRemaining(names::add);
        });
        JsonNode body = start(operation);
        List<Wrong> wrong = new ArrayList<>();
        BodyFields.of(operation.body()).forEach((pointer, schema) -> {
            JsonNode told = Contract.resolved(schema).path("properties");
            if (told.isMissingNode()) return;
            JsonNode holder = whole(operation, body, pointer);
            for (String name : names) {
                if (told.has(name)) continue;
                String at = pointer + "/" + name;
                wrong.add(new Wrong(
                        operation,
                        at,
                        BodyFields.with(holder, at, JSON.getNodeFactory().textNode("x"))
                                .toString()));
            }
        });
        return wrong;
    }

    /** Each field with a value of every other type, and with values that only nearly have its form. */
    static List<Wrong> confused(Contract.Operation operation) {
        JsonNode body = start(operation);
        List<Wrong> wrong = new ArrayList<>();
        BodyFields.of(operation.body()).forEach((pointer, schema) -> {
            JsonNode holder = whole(operation, body, pointer);
            boolean needed = needed(operation, pointer) || isPatch(operation) && pointer.lastIndexOf('/') == 0;
            for (String value : Confusion.of(schema, needed))
                wrong.add(new Wrong(operation, pointer, Confusion.put(holder, pointer, value)));
        });
        return wrong;
    }

    /** A patch says only what is wrong. */
    private static JsonNode start(Contract.Operation operation) {
        return isPatch(operation) ? JSON.createObjectNode() : BodyFields.example(operation.body());
    }

    private static JsonNode whole(Contract.Operation operation, JsonNode body, String pointer) {
        if (!isPatch(operation) || pointer.isEmpty()) return body;
        String first = "/" + pointer.split("/")[1];
        JsonNode example = BodyFields.example(operation.body()).at(first);
        return BodyFields.with(body, first, example);
    }

    private static boolean needed(Contract.Operation operation, String pointer) {
        if (pointer.isEmpty()) return true;
        int last = pointer.lastIndexOf('/');
        JsonNode holder = Contract.resolved(BodyFields.of(operation.body()).get(pointer.substring(0, last)));
        for (JsonNode name : holder.path("required"))
            if (name.asText().equals(pointer.substring(last + 1))) return true;
        return holder.has("items");
    }

    private static boolean isPatch(Contract.Operation operation) {
        return operation.method().equals("PATCH");
    }

    /** Null when the field was refused by name and otherwise what happened. */
    String failure(Wrong wrong) {
        Wire.Answer answer = send(wrong);
        String told = "%s %s %s: %s %s"
                .formatted(wrong.operation.id(), wrong.pointer, wrong.body, answer.status(), answer.body());
        if (answer.status() != 400 || !answer.isProblem()) return told;
        try {
            JsonNode problem = JSON.readTree(answer.body());
            for (JsonNode error : problem.path("errors")) {
                String pointer = error.path("pointer").asText();
                if (pointer.equals(wrong.pointer) || wrong.pointer.isEmpty() && pointer.equals("/")) return null;
                // what is in a set has no place there
                if (wrong.pointer.equals(pointer + "/0")) return null;
            }
            boolean noJson =
                    wrong.pointer.isEmpty() && !problem.path("code").asText().equals("request.malformed");
            return noJson ? null : told;
        } catch (java.io.IOException unreadable) {
            return told;
        }
    }

    private Wire.Answer send(Wrong wrong) {
        Contract.Operation operation = wrong.operation;
        String role = matrix.get(operation.id()).entrySet().stream()
                .filter(e -> e.getValue() && home.people().containsKey(e.getKey()))
                .findFirst()
                .orElseThrow()
                .getKey();
        String who = matrix.get(operation.id()).get("anonymous")
                ? null
                : home.people().get(role);
        String path = operation.path();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", operation.jsonType());
        if (path.contains("{")) {
            path = path.replaceAll("\\{[^}]+}", thing(operation));
            headers.put("If-Match", versions.computeIfAbsent(path, asked -> Versions.of(asked, who)));
        }
        return Wire.ask(operation.method(), path, who, headers, wrong.body);
    }

    /** One that may still be changed. */
    private String thing(Contract.Operation operation) {
        String kind = operation.path().split("/")[3];
        List<String> ids = home.ids().get(kind);
        return ids.get(kind.equals("progress-entries") || kind.equals("accounts") ? 1 : 0);
    }
}
