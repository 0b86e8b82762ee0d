package org.minsheng.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.minsheng.support.Contract;
import org.minsheng.support.Given;
import org.minsheng.support.Wire;

/**
 * Every operation that takes an id, asked with ids that exist where the asker may not look: in a neighbouring district,
 * the city above both, a stranger's district, another unit, another person; and with ids of things of another kind.
 */
final class ForeignIds {
    /** @param parameter what {@code id} is put into; the rest of the request is in order */
    record Question(
            Contract.Operation operation,
            String method,
            Contract.Parameter parameter,
            String role,
            String who,
            String id) {
        @Override
        public String toString() {
            return "%s %s (%s) %s=%s as %s"
                    .formatted(method, operation.path(), operation.id(), parameter.name(), id, who);
        }
    }

    /** All that could differ between a foreign id and none. */
    private record Seen(int status, String body, String etag, String allow) {}

    /** What a query parameter is an id of. */
    private static final Map<String, String> KINDS = Map.of(
            "programme", "programmes",
            "project", "projects",
            "indicator", "indicators",
            "unit", "units",
            "leadUnit", "units",
            "parent", "units",
            "government", "units",
            "actor", "accounts",
            "subject", "projects");

    private static final List<String> VERBS = List.of("HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Map<String, Map<String, Boolean>> matrix = Contract.matrix();
    private final Map<String, Seen> nothing = new ConcurrentHashMap<>();
    private final District home;
    private final List<District> others;

    ForeignIds() {
        District city = District.in(null);
        home = District.in(city.given().government());
        others = List.of(city, District.in(city.given().government()), District.in(null));
    }

    List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (Contract.Operation operation : Contract.operations()) {
            if (isForEverybody(operation.path())) continue;
            for (Contract.Parameter parameter : operation.parameters()) {
                String kind = kind(operation, parameter);
                if (kind == null) continue;
                home.people().forEach((role, who) -> {
                    for (District other : others)
                        ids(other, kind).stream()
                                .filter(id -> !isAbove(id, parameter))
                                .forEach(id -> questions.add(
                                        new Question(operation, operation.method(), parameter, role, who, id)));
                });
                for (String id : unseenBy(home.townReporter(), kind))
                    questions.add(new Question(
                            operation, operation.method(), parameter, "reporter", home.townReporter(), id));
                if (parameter.in().equals("path")) questions.addAll(otherVerbs(operation, parameter, kind));
            }
        }
        return questions;
    }

    /** Everybody knows what their own government is part of. */
    private boolean isAbove(String id, Contract.Parameter parameter) {
        return parameter.name().equals("parent")
                && id.equals(others.get(0).given().government());
    }

    /** What betrays that the id is one; null when nothing does. */
    String betrayal(Question question) {
        String key = question.method + question.operation.id() + question.parameter.name() + question.who;
        Seen none = nothing.computeIfAbsent(key, first -> ask(withNone(question)));
        Seen first = ask(question);
        // what lies between the two may have changed what both say
        boolean alike = first.equals(none);
        Seen real = alike ? first : ask(question);
        if (!alike) none = ask(withNone(question));
        boolean foreseen = isOwnVerb(question) ? isRefused(question, real) : real.status >= 400 || real.body.isEmpty();
        boolean tells = others.stream().anyMatch(o -> isTold(o, real.body));
        return foreseen && !tells && real.equals(none) ? null : question + ": " + real + " / " + none;
    }

    private static boolean isOwnVerb(Question question) {
        return question.method.equals(question.operation.method());
    }

    private boolean isRefused(Question question, Seen seen) {
        if (!matrix.get(question.operation.id()).get(question.role)) return seen.status == 403;
        return question.parameter.in().equals("query") || seen.status == 404;
    }

    private static boolean isTold(District other, String body) {
        return body.contains(other.given().tag())
                || body.contains(other.given().government())
                || body.contains(other.given().bureau());
    }

    private Seen ask(Question question) {
        Contract.Operation operation = question.operation;
        Map<String, String> headers = new LinkedHashMap<>();
        String body = null;
        if (!question.method.equals("GET") && !question.method.equals("HEAD")) {
            headers.put("If-Match", "\"v0\"");
            if (operation.jsonType() != null) body = json(Bodies.of(operation.id()));
            else if (!operation.bodyTypes().isEmpty()) body = "%PDF-1.7";
            if (body != null) headers.put("Content-Type", operation.bodyTypes().get(0));
        }
        Wire.Answer answer = Wire.ask(question.method, address(question), question.who, headers, body);
        String text = answer.body().replace(question.id, "{id}").replaceAll("\"traceId\":\"[0-9a-f]*\"", "");
        return new Seen(answer.status(), text, answer.header("ETag"), answer.header("Allow"));
    }

    private String address(Question question) {
        String path = question.operation.path();
        List<String> query = new ArrayList<>();
        for (Contract.Parameter p : question.operation.parameters()) {
            boolean asked = p.equals(question.parameter);
            if (p.in().equals("path"))
                path = path.replace("{" + p.name() + "}", asked ? question.id : last(kind(question.operation, p)));
            else if (p.in().equals("query") && (asked || p.required()))
                query.add(p.name() + "=" + (asked ? question.id : usual(question.operation, p)));
        }
        return path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private String usual(Contract.Operation operation, Contract.Parameter parameter) {
        String kind = kind(operation, parameter);
        if (kind != null) return last(kind);
        return switch (parameter.schema().path("format").asText()) {
            case "date" -> Given.YEAR + "-01-01";
            case "date-time" -> Given.YEAR + "-01-01T00:00:00Z";
            case "int64", "int32" -> "1";
            default -> "a.pdf";
        };
    }

    private String last(String kind) {
        List<String> ids = home.ids().get(kind);
        return ids.get(ids.size() - 1);
    }

    private static List<String> ids(District other, String kind) {
        if (kind.equals("ledger")) return other.ids().get(kind);
        List<String> ids = new ArrayList<>(other.ids().get(kind));
        ids.addAll(other.work().getOrDefault(kind, List.of()));
        other.ids().forEach((another, theirs) -> {
            if (!another.equals("ledger") && !another.equals(kind)) ids.add(theirs.get(theirs.size() - 1));
        });
        return ids;
    }

    /** What other units of the same district are still working on, and the sessions of other people. */
    private List<String> unseenBy(String reporter, String kind) {
        List<String> unseen = new ArrayList<>(home.work().getOrDefault(kind, List.of()));
        if (home.work().containsKey(kind))
            unseen.addAll(home.ids().get(kind).subList(0, home.work().get(kind).size()));
        if (kind.equals("me")) unseen.addAll(home.ids().get(kind));
        return unseen;
    }

    private List<Question> otherVerbs(Contract.Operation operation, Contract.Parameter parameter, String kind) {
        List<String> own = Contract.operations().stream()
                .filter(o -> o.path().equals(operation.path()))
                .map(Contract.Operation::method)
                .toList();
        List<Question> questions = new ArrayList<>();
        if (!operation.method().equals(own.get(0))) return questions; // once for each path
        for (String verb : VERBS)
            if (!own.contains(verb))
                for (String role : List.of("reporter", "supervisor", "system-admin"))
                    for (String id : others.get(1).ids().get(kind))
                        questions.add(new Question(
                                operation, verb, parameter, role, home.people().get(role), id));
        return questions;
    }

    private static Question withNone(Question q) {
        String none = q.operation.path().startsWith("/api/v1/ledger/entries/{")
                        && q.parameter.in().equals("path")
                ? "999999999"
                : UUID.randomUUID().toString();
        return new Question(q.operation, q.method, q.parameter, q.role, q.who, none);
    }

    /** A new parameter that holds an id has to say of what. */
    private static String kind(Contract.Operation operation, Contract.Parameter parameter) {
        if (parameter.in().equals("path"))
            return switch (parameter.name()) {
                case "id", "index" -> operation.path().split("/")[3];
                case "keyId" -> "secrets";
                default ->
                    throw new AssertionError("of what is " + parameter.name() + " of " + operation.id() + " an id?");
            };
        boolean id = parameter.schema().path("format").asText().equals("uuid");
        String kind = parameter.in().equals("query") ? KINDS.get(parameter.name()) : null;
        if (id && kind == null)
            throw new AssertionError("of what is " + parameter.name() + " of " + operation.id() + " an id?");
        return kind;
    }

    /** Explanations, and the hashes of the log: they are public, or tell no more than what is. */
    private static boolean isForEverybody(String path) {
        return path.startsWith("/problems")
                || path.startsWith("/public/")
                || path.startsWith("/api/v1/ledger/tile/")
                || path.endsWith("/proof");
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
