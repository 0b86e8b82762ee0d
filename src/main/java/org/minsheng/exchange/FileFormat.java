package org.minsheng.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.minsheng.http.Refusal;
import org.minsheng.sheets.CsvTable;
import org.minsheng.sheets.NdjsonTable;
import org.minsheng.sheets.XlsxTable;

/** The files that progress comes in, read row by row. */
enum FileFormat {
    CSV(CsvTable.MEDIA_TYPE) {
        @Override
        void rows(Path file, Consumer<FileRow> rows) throws IOException {
            Headed table = new Headed(rows);
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                    CSVParser parser = CSVParser.parse(reader, CSVFormat.RFC4180)) {
                for (CSVRecord line : parser)
                    table.line(
                            (int) line.getRecordNumber(),
                            line.stream().map(FileFormat::asWritten).toList());
            } catch (java.io.UncheckedIOException broken) {
                throw unreadable(broken.getCause());
            } catch (CharacterCodingException broken) {
                throw unreadable(broken);
            }
            table.end();
        }
    },
    XLSX(XlsxTable.MEDIA_TYPE) {
        @Override
        void rows(Path file, Consumer<FileRow> rows) throws IOException {
            Headed table = new Headed(rows);
            WorkbookLines.read(file, table::line);
            table.end();
        }
    },
    NDJSON(NdjsonTable.MEDIA_TYPE) {
        @Override
        void rows(Path file, Consumer<FileRow> rows) throws IOException {
            try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                int line = 0;
                for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                    line++;
                    if (!text.isBlank()) rows.accept(object(line, text));
                }
            } catch (CharacterCodingException broken) {
                throw unreadable(broken);
            }
        }
    };

    private static final ObjectMapper JSON = new ObjectMapper();
    private final String type;

    FileFormat(String type) {
        this.type = type;
    }

    abstract void rows(Path file, Consumer<FileRow> rows) throws IOException;

    String type() {
        return type;
    }

    static FileFormat of(String contentType) {
        String plain = contentType == null ? "" : contentType.split(";")[0].strip();
        return Arrays.stream(values())
                .filter(f -> f.type.equalsIgnoreCase(plain))
                .findFirst()
                .orElseThrow(() -> Refusal.of(415, "request.unsupported-media-type"));
    }

    /** Without the apostrophe that keeps spreadsheets from reading text as a formula, and without the mark of UTF-8. */
    private static String asWritten(String cell) {
        return CsvTable.asWritten(cell.startsWith("\uFEFF") ? cell.substring(1) : cell);
    }

    private static Refusal unreadable(IOException broken) {
        return broken instanceof CharacterCodingException
                ? Refusal.rule("import.not-utf8")
                : Refusal.rule("import.unreadable-file");
    }

    private static FileRow object(int line, String text) {
        JsonNode row;
        try {
            row = JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            return FileRow.unreadable(line, Refusal.malformed("import.unreadable-line"));
        }
        if (row == null || !row.isObject())
            return FileRow.unreadable(line, Refusal.malformed("import.unreadable-line"));
        Map<ImportColumn, String> cells = new EnumMap<>(ImportColumn.class);
        List<String> unknown = new ArrayList<>();
        row.fields().forEachRemaining(field -> {
            var column = ImportColumn.named(field.getKey());
            if (column.isEmpty() || field.getValue().isContainerNode()) unknown.add(field.getKey());
            else if (!field.getValue().isNull())
                cells.put(column.get(), field.getValue().asText());
        });
        return unknown.isEmpty()
                ? FileRow.of(line, cells)
                : FileRow.unreadable(line, Refusal.rule("import.unknown-column", unknown.get(0)));
    }
}
