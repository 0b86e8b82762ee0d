package org.minsheng.sheets;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.minsheng.http.Language;

/** The table as officials print it: heading over all columns, frozen head, number formats, lights as colours. */
public final class XlsxTable {
    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int HEAD = 2;
    private static final int AT_ONCE = 1000;

    private XlsxTable() {}

    static <R> void write(Table<R> table, Language language, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "minsheng-ledger", "1.0")) {
            Worksheet sheet = book.newWorksheet(language == Language.ZH ? "台账" : "Ledger");
            int last = table.columns().size() - 1;
            heading(sheet, 0, table.title(), 16, last);
            heading(sheet, 1, table.subtitle(), 11, last);
            for (int c = 0; c <= last; c++) {
                Table.Column<R> column = table.columns().get(c);
                sheet.width(c, column.width());
                sheet.value(HEAD, c, column.in(language));
                sheet.style(HEAD, c)
                        .bold()
                        .fillColor("D9E1F2")
                        .borderStyle("thin")
                        .wrapText(true)
                        .set();
            }
            sheet.paperSize(PaperSize.A4_PAPER);
            sheet.pageOrientation("landscape");
            sheet.setFitToPage(true);
            sheet.fitToHeight((short) 0);
            sheet.freezePane(0, HEAD + 1);
            sheet.repeatRows(HEAD);
            int line = HEAD + 1;
            for (R row : table.rows()) {
                write(sheet, line++, row, table, language);
                if (line % AT_ONCE == 0) sheet.flush();
            }
        }
    }

    private static <R> void write(Worksheet sheet, int line, R row, Table<R> table, Language language) {
        for (int c = 0; c < table.columns().size(); c++) {
            Table.Column<R> column = table.columns().get(c);
            Object value = column.value().apply(row);
            if (value instanceof Coloured light) {
                sheet.value(line, c, light.in(language));
                sheet.style(line, c)
                        .fillColor(light.colour())
                        .borderStyle("thin")
                        .set();
                continue;
            }
            if (value instanceof BigDecimal number) {
                sheet.value(line, c, number);
                sheet.style(line, c)
                        .format(column.share() ? "0.0%" : "#,##0.####")
                        .borderStyle("thin")
                        .set();
            } else if (value instanceof Number number) {
                sheet.value(line, c, number);
                sheet.style(line, c).borderStyle("thin").set();
            } else {
                if (value instanceof LocalDate day) sheet.value(line, c, day);
                else if (value != null)
                    sheet.value(line, c, Table.shown(value, language).toString());
                if (value instanceof LocalDate)
                    sheet.style(line, c)
                            .format("yyyy-mm-dd")
                            .borderStyle("thin")
                            .set();
                else sheet.style(line, c).wrapText(true).borderStyle("thin").set();
            }
        }
    }

    private static void heading(Worksheet sheet, int line, String text, int size, int last) {
        sheet.value(line, 0, text);
        sheet.range(line, 0, line, last).merge();
        sheet.range(line, 0, line, last)
                .style()
                .bold()
                .fontSize(size)
                .horizontalAlignment("center")
                .set();
    }
}
