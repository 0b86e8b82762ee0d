package org.minsheng.progress;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Decimals;

@Schema(
        description =
                "What a unit reports; which of the numbers by the promise's kind. Also the body of its merge patch.")
public record EntryText(
        @Schema(
                description =
                        "INCREMENT: amount of the period, or running total, by the promise's basis. STOCK: level. In the base unit.",
                examples = "12")
        @PositiveOrZero
        @Digits(integer = 11, fraction = 4)
        BigDecimal amount,

        @Schema(description = "RATIO: part.", examples = "950") @PositiveOrZero @Digits(integer = 11, fraction = 4)
        BigDecimal numerator,

        @Schema(description = "RATIO: whole.", examples = "1000") @PositiveOrZero @Digits(integer = 11, fraction = 4)
        BigDecimal denominator,

        @Schema(description = "DELIVERABLE: the day it was done; null while it is not.", examples = "2026-06-30")
        LocalDate doneOn,

        @Schema(description = "Progress of the period (进展).", examples = "已完成 12 家中心村卫生室主体建设") @Size(max = 4000)
        String narrative,

        @Schema(description = "Next steps (下步计划).", examples = "7 月底前完成验收") @Size(max = 4000)
        String nextSteps,

        @Schema(description = "Difficulties.", examples = "两处选址尚未落实") @Size(max = 4000)
        String difficulties,

        @Schema(description = "Why a running total falls, or why this corrects an approved entry.")
        ReasonCode reasonCode,

        @Schema(description = "The reason in words.", examples = "5 月重复统计 1 家") @Size(max = 1000)
        String reason) {

    /** The same with numbers as short as they are and nothing for empty text. */
    EntryText plain() {
        return new EntryText(
                Decimals.plain(amount),
                Decimals.plain(numerator),
                Decimals.plain(denominator),
                doneOn,
                said(narrative),
                said(nextSteps),
                said(difficulties),
                reasonCode,
                said(reason));
    }

    private static String said(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
