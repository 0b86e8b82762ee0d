package org.minsheng.status;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Refusal;

@Schema(description = "Limits that a programme sets for itself, in percentage points of the gap to the plan.")
public record ThresholdText(
        @Schema(description = "Above it, a promise is ahead.", examples = "5")
        @NotNull
        @DecimalMin("0")
        @DecimalMax("100")
        @Digits(integer = 3, fraction = 2)
        BigDecimal ahead,

        @Schema(description = "Below it, behind.", examples = "-10")
        @NotNull
        @DecimalMin("-100")
        @DecimalMax("0")
        @Digits(integer = 3, fraction = 2)
        BigDecimal behind,

        @Schema(description = "Below it, seriously behind; not above behind.", examples = "-30")
        @NotNull
        @DecimalMin("-100")
        @DecimalMax("0")
        @Digits(integer = 3, fraction = 2)
        BigDecimal seriously) {

    Thresholds asThresholds() {
        if (seriously.compareTo(behind) > 0)
            throw Refusal.rule("thresholds.not-falling").at("/seriously");
        return Thresholds.of(ahead, behind, seriously);
    }
}
