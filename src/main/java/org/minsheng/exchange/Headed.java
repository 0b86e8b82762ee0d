package org.minsheng.exchange;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.minsheng.http.Refusal;

/** Turns the lines of a table into rows: the heading is the first line that names the indicator's id. */
final class Headed {
    private static final int TITLES = 10;
    private final Consumer<FileRow> rows;
    private List<ImportColumn> heading;
    private int titles;

    Headed(Consumer<FileRow> rows) {
        this.rows = rows;
    }

    void line(int number, List<String> cells) {
        if (heading == null) {
            if (isHeading(cells)) heading = read(cells);
            else if (++titles > TITLES) throw Refusal.rule("import.no-heading", ImportColumn.INDICATOR_ID.en());
            return;
        }
        Map<ImportColumn, String> row = new EnumMap<>(ImportColumn.class);
        for (int i = 0; i < Math.min(cells.size(), heading.size()); i++)
            if (heading.get(i) != null && cells.get(i) != null) row.put(heading.get(i), cells.get(i));
        if (row.values().stream().anyMatch(text -> !text.isBlank())) rows.accept(FileRow.of(number, row));
    }

    void end() {
        if (heading == null) throw Refusal.rule("import.no-heading", ImportColumn.INDICATOR_ID.en());
    }

    private static boolean isHeading(List<String> cells) {
        return cells.stream()
                .anyMatch(c -> c != null
                        && ImportColumn.named(c)
                                .filter(ImportColumn.INDICATOR_ID::equals)
                                .isPresent());
    }

    private static List<ImportColumn> read(List<String> cells) {
        List<ImportColumn> columns = new ArrayList<>();
        Set<ImportColumn> seen = new HashSet<>();
        for (String cell : cells) {
            if (cell == null || cell.isBlank()) {
                columns.add(null);
                continue;
            }
            ImportColumn column =
                    ImportColumn.named(cell).orElseThrow(() -> Refusal.rule("import.unknown-column", cell.strip()));
            if (!seen.add(column)) throw Refusal.rule("import.column-twice", cell.strip());
            columns.add(column);
        }
        return columns;
    }
}
