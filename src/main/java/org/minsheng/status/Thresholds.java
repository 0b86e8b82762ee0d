package org.minsheng.status;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Decimals;

/** Limits of the gap to the plan in percentage points: above {@code ahead}, from 0, from {@code behind}, from {@code seriously}. */
@Schema(description = "Limits of the gap to the plan, in percentage points.")
public record Thresholds(
        @Schema(description = "Above it, a promise is ahead.", examples = "5", minimum = "0", maximum = "100")
        BigDecimal ahead,

        @Schema(description = "Below it, behind.", examples = "-10", minimum = "-100", maximum = "0")
        BigDecimal behind,

        @Schema(description = "Below it, seriously behind.", examples = "-30", minimum = "-100", maximum = "0")
        BigDecimal seriously) {
    public static final Thresholds USUAL =
            new Thresholds(BigDecimal.valueOf(5), BigDecimal.valueOf(-10), BigDecimal.valueOf(-30));

    public static Thresholds of(BigDecimal ahead, BigDecimal behind, BigDecimal seriously) {
        return new Thresholds(Decimals.plain(ahead), Decimals.plain(behind), Decimals.plain(seriously));
    }

    public Thresholds {
        if (ahead.signum() < 0 || behind.signum() > 0 || seriously.compareTo(behind) > 0)
            throw new IllegalArgumentException("thresholds must fall: ahead >= 0 >= behind >= seriously");
    }

    ScheduleStatus of(BigDecimal gap) {
        if (gap.compareTo(ahead) > 0) return ScheduleStatus.AHEAD;
        if (gap.signum() >= 0) return ScheduleStatus.ON_SCHEDULE;
        if (gap.compareTo(behind) >= 0) return ScheduleStatus.SLIGHTLY_BEHIND;
        if (gap.compareTo(seriously) >= 0) return ScheduleStatus.BEHIND;
        return ScheduleStatus.SERIOUSLY_BEHIND;
    }
}
