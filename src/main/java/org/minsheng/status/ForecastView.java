package org.minsheng.status;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Where a promise will stand on its due date if it goes on at the pace of its latest steps.")
public record ForecastView(
        @Schema(description = "Projected share of the target on the due date.", examples = "0.94")
        BigDecimal share,

        @Schema(description = "At the slowest of the latest paces.", examples = "0.8")
        BigDecimal low,

        @Schema(description = "At the fastest of them.", examples = "1.1")
        BigDecimal high,

        @Schema(description = "Day the target is reached at this pace; null where it never is.", nullable = true)
        LocalDate finishOn,

        @Schema(description = "How alike the paces were, 0 to 1.", examples = "0.7", minimum = "0", maximum = "1")
        BigDecimal confidence,

        @Schema(description = "Method.", examples = "median-pace-on-plan", maxLength = 50)
        String method) {
    static ForecastView of(Forecast f) {
        return new ForecastView(
                IndicatorStatus.rounded(f.share(), 4),
                IndicatorStatus.rounded(f.low(), 4),
                IndicatorStatus.rounded(f.high(), 4),
                f.finish(),
                IndicatorStatus.rounded(f.confidence(), 2),
                f.method());
    }
}
