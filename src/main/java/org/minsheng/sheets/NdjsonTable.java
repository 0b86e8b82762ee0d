package org.minsheng.sheets;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.minsheng.http.Language;

/** One JSON object a line, fields by the columns' English names; empty cells are null. */
public final class NdjsonTable {
    public static final String MEDIA_TYPE = "application/x-ndjson";

    private NdjsonTable() {}

    public static <R> void write(Table<R> table, ObjectMapper json, OutputStream out) throws IOException {
        try (JsonGenerator lines = json.createGenerator(out).setRootValueSeparator(null)) {
            for (R row : table.rows()) {
                Map<String, Object> fields = new LinkedHashMap<>();
                for (Table.Column<R> column : table.columns())
                    fields.put(column.in(Language.EN), column.value().apply(row));
                lines.writePOJO(fields);
                lines.writeRaw('\n');
            }
        }
    }
}
