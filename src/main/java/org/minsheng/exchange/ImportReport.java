package org.minsheng.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What an import did, or would do, row by row.")
public record ImportReport(
        @Schema(description = "True when nothing was written.")
        boolean dryRun,

        @Schema(description = "True when every row is accepted.")
        boolean accepted,

        @Schema(description = "The programme; null in a dry run.") @JsonInclude(JsonInclude.Include.NON_NULL)
        UUID programmeId,

        @Schema(description = "The rows.", maxItems = 10000) List<Row> rows) {

    @Schema(name = "ImportRow", description = "One row and what became of it.")
    public record Row(
            @Schema(description = "Where the row stands in the document.", examples = "/indicators/3", maxLength = 200)
            String pointer,

            @Schema(description = "CREATED, UNCHANGED or REFUSED.", examples = "CREATED")
            Outcome outcome,

            @Schema(description = "Why it was refused.", examples = "import.quote-not-at-span", maxLength = 100)
            @JsonInclude(JsonInclude.Include.NON_NULL)
            String code,

            @Schema(description = "Why, in words.", examples = "引文与原文该处不一致。", maxLength = 1000)
            @JsonInclude(JsonInclude.Include.NON_NULL)
            String detail) {}

    /** What became of a row. */
    @Schema(description = "What became of a row.")
    public enum Outcome {
        CREATED,
        UNCHANGED,
        REFUSED
    }
}
