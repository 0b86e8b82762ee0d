package org.minsheng.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Where a promise stands on a day, with its forecast, and on request how that came about.")
public record ExplainedStatus(
        @Schema(description = "The day.") LocalDate date,
        @JsonUnwrapped IndicatorStatus now,

        @Schema(description = "Where it will stand on its due date; null with a reason beside it.", nullable = true)
        ForecastView forecast,

        @Schema(description = "Why there is no forecast.", examples = "经审核的报告期不足", maxLength = 200, nullable = true)
        String noForecastBecause,

        @Schema(description = "How the status came about; with explain=true.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Explanation explanation) {}
