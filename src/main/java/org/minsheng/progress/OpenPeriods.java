package org.minsheng.progress;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Periods to open ahead, from a day to the end of the programme's year.")
public record OpenPeriods(
        @Schema(description = "Month or quarter.", examples = "MONTH") @NotNull
        Cadence cadence,

        @Schema(description = "A day in the first period; the year's first day when absent.", examples = "2026-02-01")
        LocalDate from,

        @Schema(description = "Days after a period's end by which units report.", examples = "5")
        @NotNull
        @Min(0)
        @Max(60)
        Integer dueDays) {}
