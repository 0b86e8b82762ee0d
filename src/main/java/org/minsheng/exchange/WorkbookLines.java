package org.minsheng.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.minsheng.http.Refusal;

/** The lines of a workbook's first sheet, as text; numbers as the shortest decimal that is the same number. */
final class WorkbookLines {
    /** Unpacked: a workbook of 10,000 full rows has half of it. */
    private static final long LARGEST = 100L << 20;

    interface Line {
        void read(int number, List<String> cells);
    }

    private WorkbookLines() {}

    static void read(Path file, Line line) throws IOException {
        requireReasonable(file);
        try (ReadableWorkbook book = new ReadableWorkbook(file.toFile());
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
                Row row = each.next();
                List<String> cells = new ArrayList<>(row.getCellCount());
                for (int i = 0; i < row.getCellCount(); i++) cells.add(text(row.getCell(i)));
                line.read(row.getRowNum(), cells);
            }
        } catch (ExcelReaderException | java.io.UncheckedIOException broken) {
            throw Refusal.rule("import.unreadable-file");
        }
    }

    private static String text(Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getRawValue() == null) return null;
        if (cell.getType() != CellType.NUMBER) return cell.getText();
        String shortest = new java.math.BigDecimal(Double.toString(Double.parseDouble(cell.getRawValue())))
                .stripTrailingZeros()
                .toPlainString();
        return shortest;
    }

    /** What a small file unpacks to may be endless; counted before anything keeps it. */
    private static void requireReasonable(Path file) throws IOException {
        long left = LARGEST;
        byte[] buffer = new byte[1 << 16];
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (Enumeration<? extends ZipEntry> parts = zip.entries(); parts.hasMoreElements(); )
                try (InputStream part = zip.getInputStream(parts.nextElement())) {
                    for (int read = part.read(buffer); read >= 0; read = part.read(buffer))
                        if ((left -= read) < 0) throw Refusal.of(413, "request.too-large");
                }
        } catch (ZipException broken) {
            throw Refusal.rule("import.unreadable-file");
        }
    }
}
