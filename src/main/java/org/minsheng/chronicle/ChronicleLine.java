package org.minsheng.chronicle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "One recorded act in a project's story: who, when, what, from which to which value, and why.")
public record ChronicleLine(
        @Schema(
                description = "Place in the log, from 0.",
                examples = "1041",
                minimum = "0",
                maximum = "9007199254740991")
        long index,

        @Schema(description = "When it was recorded.") Instant at,
        @Schema(description = "Stage of the year.") Phase phase,

        @Schema(description = "Stage of the year, as people read it.", examples = "变更", maxLength = 20)
        String phaseLabel,

        @Schema(description = "What was done.", examples = "change-order.applied", maxLength = 80)
        String action,

        @Schema(description = "What was done, as people read it.", examples = "下达变更", maxLength = 100)
        String actionLabel,

        @Schema(description = "Kind of what changed.", examples = "change-order", maxLength = 40)
        String subjectType,

        @Schema(description = "Id of what changed.") UUID subjectId,

        @Schema(
                description = "Who did it; the system where no person did, null once the name is erased.",
                examples = "王敏",
                maxLength = 200,
                nullable = true)
        String who,

        @Schema(
                description = "Their unit, under the name it had then.",
                examples = "督查室",
                maxLength = 200,
                nullable = true)
        String unitName,

        @Schema(
                description = "What happened, in one sentence.",
                examples = "督查室将指标“新增护理型床位数”目标由 100 张调整为 120 张",
                maxLength = 20_000)
        String sentence,

        @Schema(description = "What is another than before.", maxItems = 30)
        List<ChronicleChange> changes,

        @Schema(description = "Why.", examples = "上级下达任务调整", maxLength = 2000, nullable = true)
        String reason,

        @Schema(description = "Document that orders it.", examples = "济兗人发〔2026〕9号", maxLength = 100, nullable = true)
        String documentNumber,

        @Schema(description = "Body that approved it.", examples = "区人大常委会", maxLength = 200, nullable = true)
        String approvedBy,

        @Schema(description = "True where it is about something made up for the demonstration.")
        boolean demonstration) {}
