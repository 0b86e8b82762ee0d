package org.minsheng.assurance;

import static org.minsheng.assurance.SecurityPage.english;
import static org.minsheng.assurance.SecurityPage.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.minsheng.access.ClientScope;
import org.minsheng.access.Role;
import org.minsheng.support.Contract;

/** The page of rights: its prose is written by hand, its tables are made of data. */
final class RightsPage {
    static final Path FILE = Path.of("src/main/resources/META-INF/resources/docs/rights.html");
    private static final int SHOWN = 6;
    private final Rights rights;

    RightsPage(Rights rights) {
        this.rights = rights;
    }

    String of(String page) throws IOException {
        page = SecurityPage.between(FILE, page, "operations", operations());
        page = SecurityPage.between(FILE, page, "taken", taken());
        return SecurityPage.between(FILE, page, "told", told());
    }

    private String operations() {
        StringBuilder rows = head("操作", "operation", "谁可以", "who may", "范围", "how far");
        for (Contract.Operation operation : Contract.operations()) {
            Rights.Scope scope = rights.of(operation);
            rows.append("<tr><th id=\"" + operation.id() + "\"><code>" + operation.id() + "</code><br>"
                    + text(operation.method() + " " + operation.path()) + "</th><td>"
                    + who(Rights.roles(operation)) + "</td><td>" + text(scope.zh) + "<br>" + english(scope.en)
                    + "</td></tr>\n");
        }
        return rows.append("</table>\n").toString();
    }

    /** What requests bring. */
    private String taken() {
        StringBuilder rows = head("操作", "operation", "接受的字段", "fields it takes", "谁可以写", "who writes them");
        for (Contract.Operation operation : Contract.operations()) {
            Set<String> fields = Rights.taken(operation);
            if (!operation.writes() || fields.isEmpty()) continue;
            rows.append("<tr><th>" + link(operation) + "</th><td>" + codes(fields) + "</td><td>"
                    + who(Rights.roles(operation)) + "</td></tr>\n");
        }
        return rows.append("</table>\n").toString();
    }

    /** What answers tell; fields with the same writers are one row. */
    private String told() throws IOException {
        StringBuilder rows = head("应答", "answer", "字段", "fields", "谁写", "written by", "谁读", "read by");
        Map<String, String> classes = new LinkedHashMap<>();
        for (ColumnClass column : ColumnClass.all()) classes.put(column.key(), column.said());
        rights.readers().forEach((schema, readers) -> {
            Map<String, List<String>> byWriters = new LinkedHashMap<>();
            Contract.schemas().path(schema).path("properties").fieldNames().forEachRemaining(field -> {
                String kept = classes.get(column(schema, field));
                byWriters
                        .computeIfAbsent(writers(schema, field), first -> new ArrayList<>())
                        .add("<code>" + field + "</code>" + (kept == null ? "" : " " + kept));
            });
            String read = read(readers);
            byWriters.forEach((writers, fields) -> rows.append("<tr><th>" + schema + "</th><td>"
                    + String.join(", ", fields) + "</td><td>" + writers + "</td><td>" + read + "</td></tr>\n"));
        });
        return rows.append("</table>\n").toString();
    }

    private String writers(String schema, String field) {
        List<Contract.Operation> writers = rights.writers(schema, field);
        return writers.isEmpty()
                ? "服务端 " + english("the server")
                : writers.stream().map(RightsPage::link).collect(Collectors.joining(" "));
    }

    private String read(List<Contract.Operation> readers) {
        String far = readers.stream()
                .map(rights::of)
                .distinct()
                .sorted()
                .map(scope -> text(scope.zh) + " " + english(scope.en))
                .collect(Collectors.joining("<br>"));
        String by = readers.size() > SHOWN
                ? readers.size() + " 个操作 " + english("operations")
                : readers.stream().map(RightsPage::link).collect(Collectors.joining(" "));
        return far + "<br>" + by;
    }

    private static String column(String schema, String field) {
        return snake(schema.replaceFirst("(View|Row|Detail)$", "")) + "." + snake(field);
    }

    private static String snake(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase();
    }

    private static String link(Contract.Operation operation) {
        return "<a href=\"#" + operation.id() + "\"><code>" + operation.id() + "</code></a>";
    }

    private static String codes(Set<String> fields) {
        return fields.stream().map(f -> "<code>" + f + "</code>").collect(Collectors.joining(", "));
    }

    /** Roles by their names; everybody and everybody signed in by a word. */
    private static String who(Set<String> roles) {
        List<String> said = new ArrayList<>();
        boolean all = true;
        for (Role role : Role.values()) all &= roles.contains(role.wire());
        if (roles.contains("anonymous")) return "任何人 " + english("anybody");
        if (all) said.add("已登录者 " + english("who is signed in"));
        else
            for (Role role : Role.values())
                if (roles.contains(role.wire())) said.add(text(role.zh()) + " " + english(role.en()));
        for (ClientScope scope : ClientScope.values())
            if (roles.contains(scope.wire())) said.add("<code>" + scope.wire() + "</code>");
        return String.join("<br>", said);
    }

    private static StringBuilder head(String... titles) {
        StringBuilder head = new StringBuilder("<table class=\"text\">\n<tr>");
        for (int i = 0; i < titles.length; i += 2)
            head.append("<th>")
                    .append(titles[i])
                    .append(' ')
                    .append(english(titles[i + 1]))
                    .append("</th>");
        return head.append("</tr>\n");
    }
}
