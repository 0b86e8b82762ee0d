package org.minsheng.assurance;

import static org.minsheng.assurance.SecurityPage.english;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** One line of {@code data-classification.csv}: how much a column of the database matters, and what protects it. */
record ColumnClass(String table, String column, Sensitivity sensitivity, Protection protection) {
    enum Sensitivity {
        PUBLIC("公开", "public"),
        INTERNAL("内部", "internal"),
        SENSITIVE("敏感", "sensitive"),
        PERSONAL("个人信息", "personal");

        final String zh;
        final String en;

        Sensitivity(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }
    }

    /** What the page explains under #classes. */
    enum Protection {
        PUBLISHED,
        APPEND_ONLY,
        SCOPED,
        ADMINISTRATORS,
        OWNER_ONLY,
        ERASABLE,
        DIGEST,
        ARGON2ID,
        SEALED;

        String said() {
            return name().toLowerCase().replace('_', '-');
        }
    }

    static List<ColumnClass> all() throws IOException {
        return Files.readAllLines(Path.of("src/main/resources/data-classification.csv"), StandardCharsets.UTF_8)
                .stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(part -> new ColumnClass(
                        part[0],
                        part[1],
                        Sensitivity.valueOf(part[2]),
                        Protection.valueOf(part[3].toUpperCase().replace('-', '_'))))
                .toList();
    }

    /** Its class, in both languages. */
    String said() {
        return sensitivity.zh + " " + english(sensitivity.en);
    }

    String key() {
        return table + "." + column;
    }

    /** How many columns are in each class, and which ones are personal or secret. */
    static String summary() throws IOException {
        List<ColumnClass> all = all();
        StringBuilder rows = new StringBuilder("<table class=\"text\">\n<tr><th>级别 " + english("class")
                + "</th><th>列数 " + english("columns") + "</th><th>列与保护 " + english("which, and protected how")
                + "</th></tr>\n");
        for (Sensitivity one : Sensitivity.values()) {
            List<ColumnClass> columns =
                    all.stream().filter(c -> c.sensitivity == one).toList();
            boolean named = one == Sensitivity.SENSITIVE || one == Sensitivity.PERSONAL;
            String which = named
                    ? columns.stream()
                            .map(c -> "<code>" + c.key() + "</code> " + c.protection.said())
                            .collect(Collectors.joining("<br>"))
                    : columns.stream()
                            .map(c -> c.protection.said())
                            .distinct()
                            .sorted()
                            .collect(Collectors.joining(", "));
            rows.append("<tr><th>" + one.zh + " " + english(one.en) + "</th><td>" + columns.size() + "</td><td>" + which
                    + "</td></tr>\n");
        }
        return rows.append("</table>\n").toString();
    }
}
