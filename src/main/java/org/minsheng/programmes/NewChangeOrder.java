package org.minsheng.programmes;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A change to a published promise, with who approved it.")
public record NewChangeOrder(
        @Schema(description = "Own id (UUIDv7); sent again with the same body it is a replay.")
        UUID id,

        @Schema(description = "What is changed.") @NotNull ChangeOrder.SubjectType subjectType,

        @Schema(description = "Project or indicator of this programme.") @NotNull
        UUID subjectId,

        @Schema(description = "What happens to it.") @NotNull
        ChangeOrder.Action action,

        @Schema(description = "New target in the base unit; only with CHANGE_TARGET.", examples = "120")
        @PositiveOrZero
        @Digits(integer = 11, fraction = 4)
        BigDecimal newValue,

        @Schema(description = "New target as printed.", examples = "120 张") @Size(max = 60)
        String newPrinted,

        @Schema(description = "Why.", examples = "上级下达任务调整") @NotBlank @Size(max = 1000)
        String reason,

        @Schema(description = "Body that approved it.", examples = "区人大常委会") @NotBlank @Size(max = 200)
        String approvedBy,

        @Schema(description = "Document number of the approval.", examples = "济兗人发〔2026〕9号") @NotBlank @Size(max = 100)
        String documentNumber,

        @Schema(description = "Day from which it holds.", examples = "2026-07-01") @NotNull
        LocalDate effectiveOn) {}
