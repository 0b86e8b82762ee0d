package org.minsheng.reports;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.status.ProjectState;

@Schema(description = "Every promise of a programme on a day, in the notice's order.")
public record Board(
        @Schema(description = "Programme.") UUID programmeId,

        @Schema(description = "Its title.", examples = "2026年区政府十件民生实事项目", maxLength = 200)
        String title,

        @Schema(
                description = "Document number of the notice.",
                examples = "济兗政发〔2026〕2号",
                maxLength = 100,
                nullable = true)
        String documentNumber,

        @Schema(description = "The day.") LocalDate date,

        @Schema(description = "True where it rests on entries made up for the demonstration.")
        boolean demonstration,

        @Schema(description = "The promises.", maxItems = 100000)
        List<BoardRow> rows) {

    static List<BoardRow> rows(List<ProjectState> projects) {
        return projects.stream()
                .flatMap(p -> p.indicators().stream().map(i -> BoardRow.of(p, i)))
                .toList();
    }
}
