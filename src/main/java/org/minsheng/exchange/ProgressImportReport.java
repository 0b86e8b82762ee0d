package org.minsheng.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Problem;

@Schema(description = "What an import of progress did, or would do, row by row.")
public record ProgressImportReport(
        @Schema(description = "True when nothing was written.")
        boolean dryRun,

        @Schema(description = "True when no row was refused.")
        boolean accepted,

        @Schema(description = "Drafts made.", examples = "40", minimum = "0", maximum = "10000")
        int created,

        @Schema(description = "Drafts and returned entries revised.", examples = "1", minimum = "0", maximum = "10000")
        int changed,

        @Schema(description = "Rows that say what is there already.", examples = "1", minimum = "0", maximum = "10000")
        int unchanged,

        @Schema(description = "Rows in which nothing was filled in.", examples = "3", minimum = "0", maximum = "10000")
        int skipped,

        @Schema(description = "Rows refused.", examples = "0", minimum = "0", maximum = "10000")
        int refused,

        @Schema(description = "The rows in the file's order.", maxItems = 10000)
        List<Row> rows) {

    @Schema(name = "ProgressImportRow", description = "One row and what became of it.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            @Schema(
                    description = "Line of the file, sheet or record, from 1.",
                    examples = "17",
                    minimum = "1",
                    maximum = "1048576")
            int line,

            @Schema(description = "What became of it.") Outcome outcome,

            @Schema(description = "The entry; in a dry run only where nothing would change.")
            UUID entryId,

            @Schema(
                    description = "Number of the entry's ETag, for a batch of submissions.",
                    examples = "0",
                    minimum = "0",
                    maximum = "999999999")
            Integer version,

            @Schema(description = "Why it was refused; pointers name columns.", maxItems = 100)
            List<Problem.Detail> errors) {}

    /** What became of a row. */
    @Schema(name = "ProgressImportOutcome", description = "What became of a row.")
    public enum Outcome {
        CREATED,
        CHANGED,
        UNCHANGED,
        SKIPPED,
        REFUSED
    }

    static ProgressImportReport of(boolean dryRun, List<Row> rows) {
        int[] counts = new int[Outcome.values().length];
        for (Row row : rows) counts[row.outcome().ordinal()]++;
        return new ProgressImportReport(
                dryRun,
                counts[Outcome.REFUSED.ordinal()] == 0,
                counts[Outcome.CREATED.ordinal()],
                counts[Outcome.CHANGED.ordinal()],
                counts[Outcome.UNCHANGED.ordinal()],
                counts[Outcome.SKIPPED.ordinal()],
                counts[Outcome.REFUSED.ordinal()],
                rows);
    }
}
