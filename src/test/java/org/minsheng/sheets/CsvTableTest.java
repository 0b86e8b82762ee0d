package org.minsheng.sheets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.minsheng.http.Language;

/** Whatever people wrote, a spreadsheet that opens the file calculates nothing of it. */
class CsvTableTest {
    private static final String FORMULAS = "=+-@\t\r＝＋－＠";

    @Property(tries = 2000)
    void text_that_begins_like_a_formula_is_marked_and_comes_back_as_it_was(@ForAll String text) {
        for (int i = 0; i < FORMULAS.length(); i++) {
            String formula = FORMULAS.charAt(i) + text;
            assertEquals("'" + formula, CsvTable.harmless(formula));
            assertEquals(formula, CsvTable.asWritten("'" + formula));
        }
        if (text.isEmpty() || FORMULAS.indexOf(text.charAt(0)) < 0) assertSame(text, CsvTable.harmless(text));
    }

    @Example
    void a_negative_number_stays_a_number_and_the_same_as_text_does_not() throws IOException {
        List<Object> cells = List.of(new BigDecimal("-1.5"), -2, "-1.5", "=1+1", "a=b");
        Table.Column<Object> column = Table.Column.of("值", "value", 10, cell -> cell);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvTable.write(new Table<>("", "", List.of(column), cells), Language.EN, out);
        List<String> read =
                CSVParser.parse(
                                new StringReader(
                                        out.toString(StandardCharsets.UTF_8).substring(1)),
                                CSVFormat.RFC4180)
                        .stream()
                        .map(line -> line.get(0))
                        .toList();
        assertEquals(List.of("value", "-1.5", "-2", "'-1.5", "'=1+1", "a=b"), read);
    }
}
