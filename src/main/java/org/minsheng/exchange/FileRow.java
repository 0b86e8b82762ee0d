package org.minsheng.exchange;

import java.util.Map;
import org.minsheng.http.Refusal;

/** One row of a file as it stands there, or why it cannot be read. */
record FileRow(int line, Map<ImportColumn, String> cells, Refusal refusal) {
    static FileRow of(int line, Map<ImportColumn, String> cells) {
        return new FileRow(line, cells, null);
    }

    static FileRow unreadable(int line, Refusal refusal) {
        return new FileRow(line, Map.of(), refusal);
    }

    String cell(ImportColumn column) {
        String text = cells.get(column);
        return text == null || text.isBlank() ? null : text.strip();
    }

    boolean saysNothing() {
        return refusal == null
                && cells.keySet().stream().noneMatch(column -> column.isFilledIn() && cell(column) != null);
    }
}
