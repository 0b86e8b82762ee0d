package org.minsheng.programmes;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Decimals;

@Schema(description = "A change to a published promise: old and new value, reason, approval.")
public record ChangeOrderView(
        @Schema(description = "Id.") UUID id,
        @Schema(description = "Programme.") UUID programmeId,
        @Schema(description = "What was changed.") ChangeOrder.SubjectType subjectType,
        @Schema(description = "Project or indicator.") UUID subjectId,
        @Schema(description = "What happened to it.") ChangeOrder.Action action,

        @Schema(description = "Target before, in the base unit.", examples = "100", nullable = true)
        BigDecimal oldValue,

        @Schema(description = "Target before, as printed.", examples = "100 张", maxLength = 60, nullable = true)
        String oldPrinted,

        @Schema(description = "Target after, in the base unit.", examples = "120", nullable = true)
        BigDecimal newValue,

        @Schema(description = "Target after, as printed.", examples = "120 张", maxLength = 60, nullable = true)
        String newPrinted,

        @Schema(description = "Why.", examples = "上级下达任务调整", maxLength = 1000)
        String reason,

        @Schema(description = "Body that approved it.", examples = "区人大常委会", maxLength = 200)
        String approvedBy,

        @Schema(description = "Document number.", examples = "济兗人发〔2026〕9号", maxLength = 100)
        String documentNumber,

        @Schema(description = "Day from which it holds.") LocalDate effectiveOn,
        @Schema(description = "When it was entered.") Instant createdAt) {
    static ChangeOrderView of(ChangeOrder o) {
        return new ChangeOrderView(
                o.id(),
                o.programme.id(),
                o.subjectType,
                o.subjectId,
                o.action,
                Decimals.plain(o.oldValue),
                o.oldPrinted,
                Decimals.plain(o.newValue),
                o.newPrinted,
                o.reason,
                o.approvedBy,
                o.documentNumber,
                o.effectiveOn,
                o.createdAt());
    }
}
