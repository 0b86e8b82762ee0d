package org.minsheng.sheets;

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
    private final Answers answers;

    Sheets(Answers answers) {
        this.answers = answers;
    }

    public Response answer(Object view, Table<?> table, String name, HttpHeaders headers, Language language) {
        MediaType wanted = headers.getAcceptableMediaTypes().stream()
                .flatMap(accepted -> OFFERED.stream().filter(accepted::isCompatible))
                .findFirst()
                .orElse(MediaType.APPLICATION_JSON_TYPE);
        return switch (OFFERED.indexOf(wanted)) {
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
}
