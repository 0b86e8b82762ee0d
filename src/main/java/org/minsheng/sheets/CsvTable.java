package org.minsheng.sheets;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.minsheng.http.Language;

/** RFC 4180 with the mark that Excel needs for UTF-8; no cell of text is ever taken for a formula. */
public final class CsvTable {
    public static final String MEDIA_TYPE = "text/csv";
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r＝＋－＠].*", Pattern.DOTALL);

    private CsvTable() {}

    static <R> void write(Table<R> table, Language language, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer.printRecord(table.columns().stream().map(c -> c.in(language)).toList());
        for (R row : table.rows()) {
            List<Object> cells = new ArrayList<>();
            for (Table.Column<R> column : table.columns())
                cells.add(harmless(Table.shown(column.value().apply(row), language)));
            printer.printRecord(cells);
        }
        printer.flush();
    }

    /** Text as it was before {@link #harmless} marked it. */
    public static String asWritten(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell.substring(1)).matches() ? cell.substring(1) : cell;
    }

    /** Numbers stay numbers, also negative ones. */
    static Object harmless(Object cell) {
        return cell instanceof String text && FORMULA.matcher(text).matches() ? "'" + text : cell;
    }
}
