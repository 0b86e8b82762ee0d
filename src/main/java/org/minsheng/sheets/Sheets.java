package org.minsheng.sheets;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.minsheng.http.Answers;
import org.minsheng.http.Language;

/** A report in the form the caller accepts: JSON, CSV or XLSX. */
@ApplicationScoped
public class Sheets {
    private static final List<MediaType> OFFERED = List.of(
            MediaType.APPLICATION_JSON_TYPE,
            MediaType.valueOf(CsvTable.MEDIA_TYPE),
            MediaType.valueOf(XlsxTable.MEDIA_TYPE));
    private static final List<MediaType> FILES = List.of(
            MediaType.valueOf(CsvTable.MEDIA_TYPE),
            MediaType.valueOf(XlsxTable.MEDIA_TYPE),
            MediaType.valueOf(NdjsonTable.MEDIA_TYPE));

    private final Answers answers;
    private final ObjectMapper json;

    Sheets(Answers answers, ObjectMapper json) {
        this.answers = answers;
        this.json = json;
    }

    public Response answer(Object view, Table<?> table, String name, HttpHeaders headers, Language language) {
        return switch (chosen(OFFERED, headers)) {
            case 1 ->
                answers.file(
                        view,
                        CsvTable.MEDIA_TYPE + ";charset=UTF-8",
                        name + ".csv",
                        out -> CsvTable.write(table, language, out));
            case 2 ->
                answers.file(view, XlsxTable.MEDIA_TYPE, name + ".xlsx", out -> XlsxTable.write(table, language, out));
            default -> answers.whole(view);
        };
    }

    /** Whether the caller prefers paper to JSON, and so wants all of a list and not one page. */
    public boolean isTable(HttpHeaders headers) {
        return chosen(OFFERED, headers) > 0;
    }

    /** Rows that are read while they are written, as CSV, workbook or one JSON object a line; no ETag. */
    public Response file(Table<?> table, String name, HttpHeaders headers, Language language) {
        return switch (chosen(FILES, headers)) {
            case 1 ->
                answers.stream(XlsxTable.MEDIA_TYPE, name + ".xlsx", out -> XlsxTable.write(table, language, out));
            case 2 ->
                answers.stream(NdjsonTable.MEDIA_TYPE, name + ".ndjson", out -> NdjsonTable.write(table, json, out));
            default ->
                answers.stream(
                        CsvTable.MEDIA_TYPE + ";charset=UTF-8",
                        name + ".csv",
                        out -> CsvTable.write(table, language, out));
        };
    }

    private static int chosen(List<MediaType> offered, HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream()
                .flatMap(accepted -> offered.stream().filter(accepted::isCompatible))
                .findFirst()
                .map(offered::indexOf)
                .orElse(0);
    }
}
