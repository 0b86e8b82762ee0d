package org.minsheng.reports.comparison;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Something of a programme that was not the same at two instants.")
public record ChangedSubject(
        @Schema(description = "Its kind.", examples = "indicator", maxLength = 40)
        String subjectType,

        @Schema(description = "Its id.") UUID subjectId,

        @Schema(description = "What people call it.", examples = "2.4 新增护理型床位数", maxLength = 500)
        String name,

        @Schema(description = "What became of it.") Change what,

        @Schema(description = "What became of it, as people read it.", examples = "变更", maxLength = 50)
        String whatLabel,

        @Schema(
                description = "The fields that differ; of what was added or removed all that say something.",
                maxItems = 200)
        List<ChangedField> fields,

        @Schema(
                description = "How many changes were recorded in between, as far as the caller may know of them.",
                examples = "3",
                minimum = "0",
                maximum = "2147483647")
        int changes,

        @Schema(description = "When the last of them was recorded.")
        Instant lastChangeAt,

        @Schema(description = "What was done last.", examples = "indicator.changed-by-order", maxLength = 80)
        String lastAction,

        @Schema(description = "Why, as it was given with the last change.", maxLength = 1000, nullable = true)
        String reason,

        @Schema(description = "Document behind it.", examples = "济兗人发〔2026〕9号", maxLength = 100, nullable = true)
        String documentNumber,

        @Schema(description = "Body that approved it.", examples = "区人大常委会", maxLength = 200, nullable = true)
        String approvedBy) {}
