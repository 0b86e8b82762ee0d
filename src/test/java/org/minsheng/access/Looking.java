package org.minsheng.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.minsheng.support.Contract;
import org.minsheng.support.Given;
import org.minsheng.support.Wire;

/** Everything that one person can read, in every form: pages with their counts, orders and filters, files, the feed. */
final class Looking {
    /** @param accept a media type of the answer */
    private record Look(String address, String accept) {}

    private static final Pattern SORTED = Pattern.compile("Sort keys?: ([A-Za-z, ]+)");
    private static final Map<String, String> KINDS = Map.of(
            "programme",
            "programmes",
            "project",
            "projects",
            "indicator",
            "indicators",
            "unit",
            "units",
            "leadUnit",
            "units",
            "parent",
            "units",
            "government",
            "units");

    private final District there;
    private final String role;
    private final String who;
    private final Map<String, Map<String, Boolean>> matrix = Contract.matrix();

    Looking(District there, String role, String who) {
        this.there = there;
        this.role = role;
        this.who = who;
    }

    /** All answers by what was asked: status, headers and body, without what differs each time. */
    Map<String, String> answers() {
        Map<String, String> answers = new LinkedHashMap<>();
        for (Contract.Operation operation : Contract.operations()) {
            if (operation.writes()
                    || isOfTheLog(operation.path())
                    || !matrix.get(operation.id()).get(role)) continue;
            for (Look look : looks(operation)) {
                Wire.Answer answer = Wire.ask("GET", look.address, who, Map.of("Accept", look.accept), null);
                answers.put(look.toString(), told(answer, look.accept.contains("spreadsheet")));
            }
        }
        return answers;
    }

    private static String told(Wire.Answer answer, boolean sheet) {
        Map<String, List<String>> headers =
                new TreeMap<>(answer.whole().headers().map());
        headers.keySet()
                .removeIf(h -> List.of("x-request-id", "date", "ratelimit").contains(h.toLowerCase()));
        boolean zipped = sheet && answer.status() == 200;
        if (zipped) headers.remove("content-length");
        String body = zipped ? unzipped(answer.whole().body()) : answer.body();
        return answer.status() + " " + headers + " " + body.replaceAll("\"traceId\":\"[0-9a-f]*\"", "");
    }

    /** A workbook says when it was written, and its writer merges cells in no order. */
    private static String unzipped(byte[] workbook) {
        StringBuilder all = new StringBuilder();
        try {
            Path file = Files.write(Files.createTempFile("seen", ".xlsx"), workbook);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry part : Collections.list(zip.entries()))
                    if (!part.getName().startsWith("docProps/"))
                        all.append(part.getName())
                                .append(new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toString().replaceAll("<mergeCell ref=\"[^\"]*\"/>", "");
    }

    /** Of the whole installation, and public: that something happened somewhere. */
    private static boolean isOfTheLog(String path) {
        return path.startsWith("/public/") || path.startsWith("/problems") || path.startsWith("/api/v1/ledger");
    }

    private List<Look> looks(Contract.Operation operation) {
        List<Look> looks = new ArrayList<>();
        for (String path : paths(operation))
            for (String query : queries(operation))
                for (String type : types(operation)) looks.add(new Look(path + query, type));
        return looks;
    }

    private List<String> paths(Contract.Operation operation) {
        if (!operation.path().contains("{")) return List.of(operation.path());
        String kind = operation.path().split("/")[3];
        List<String> ids = new ArrayList<>(there.ids().get(kind));
        ids.addAll(there.work().getOrDefault(kind, List.of()));
        return ids.stream()
                .map(id -> operation.path().replaceAll("\\{[^}]+}", id))
                .toList();
    }

    private List<String> queries(Contract.Operation operation) {
        List<String> needed = new ArrayList<>();
        List<String> wishes = new ArrayList<>(List.of(""));
        boolean counts = false;
        for (Contract.Parameter p : operation.parameters()) {
            if (!p.in().equals("query")) continue;
            if (p.required()) needed.add(p.name() + "=" + usual(p));
            else
                wishes.addAll(values(operation, p).stream()
                        .map(v -> p.name() + "=" + v)
                        .toList());
            counts = counts || p.name().equals("count");
        }
        if (counts) needed.add("count=true");
        return wishes.stream().map(wish -> query(needed, wish)).toList();
    }

    private static String query(List<String> needed, String wish) {
        List<String> all = new ArrayList<>(needed);
        if (!wish.isEmpty()) all.add(wish);
        return all.isEmpty() ? "" : "?" + String.join("&", all);
    }

    private List<String> values(Contract.Operation operation, Contract.Parameter p) {
        // its pages end at the instant when the first was asked for
        if (operation.id().equals("compareProgramme") && p.name().equals("limit")) return List.of();
        JsonNode schema = Contract.resolved(p.schema());
        if (schema.has("enum")) {
            List<String> all = new ArrayList<>();
            schema.get("enum").forEach(one -> all.add(one.asText()));
            return all;
        }
        if (p.name().equals("sort")) {
            Matcher told = SORTED.matcher(operation.description());
            List<String> keys = new ArrayList<>();
            if (told.find())
                for (String key : told.group(1).split(",")) keys.addAll(List.of(key.strip(), "-" + key.strip()));
            return keys;
        }
        if (p.name().equals("limit")) return List.of("1", "2", "200");
        if (p.name().equals("q")) return List.of("a", "x");
        if (p.name().equals("period")) return List.of(Given.month(3), Given.month(4), Given.month(5));
        if (p.name().equals("updatedSince")) return List.of("2020-01-01T00:00:00Z");
        if (p.name().equals("date")) return List.of(Given.YEAR + "-12-31");
        if (KINDS.containsKey(p.name())) {
            List<String> ids = new ArrayList<>(there.ids().get(KINDS.get(p.name())));
            if (KINDS.get(p.name()).equals("units")) ids.add(there.secondTown());
            return ids;
        }
        return List.of();
    }

    private String usual(Contract.Parameter p) {
        if (KINDS.containsKey(p.name()))
            return there.ids().get(KINDS.get(p.name())).get(1);
        return p.schema().path("format").asText().equals("date")
                ? Given.YEAR + "-01-01"
                : Given.YEAR + "-01-01T00:00:00Z";
    }

    private static List<String> types(Contract.Operation operation) {
        return operation.answerTypes().stream()
                .filter(t -> !t.equals("text/event-stream"))
                .toList();
    }
}
