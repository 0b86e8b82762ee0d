package org.minsheng.indicators;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Decimals;

@Schema(description = "A target split over units, and how well the parts fit the whole.")
public record AllocationView(
        @Schema(description = "Indicator.") UUID indicatorId,

        @Schema(description = "Target in the base unit.", examples = "100", nullable = true)
        BigDecimal targetValue,

        @Schema(description = "Sum of the parts.", examples = "90")
        BigDecimal allocated,

        @Schema(description = "What no unit has yet, 0 when all is given.", examples = "10")
        BigDecimal unallocated,

        @Schema(description = "What the parts are above the target, else 0.", examples = "0")
        BigDecimal overAllocated,

        @Schema(description = "The parts in order.", maxItems = 1000)
        List<Part> items) {

    @Schema(name = "Allocation", description = "The part of one unit.")
    public record Part(
            @Schema(description = "Unit.") UUID unitId,

            @Schema(description = "Its name today.", examples = "鼓楼街道", maxLength = 200)
            String unitName,

            @Schema(description = "Its part in the base unit.", examples = "12")
            BigDecimal amount) {}

    static AllocationView of(Indicator indicator, List<Part> parts) {
        BigDecimal target = indicator.promise().target();
        BigDecimal allocated = parts.stream().map(Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal rest = target == null ? BigDecimal.ZERO : target.subtract(allocated);
        return new AllocationView(
                indicator.id(),
                Decimals.plain(target),
                Decimals.plain(allocated),
                Decimals.plain(rest.max(BigDecimal.ZERO)),
                Decimals.plain(rest.negate().max(BigDecimal.ZERO)),
                parts);
    }
}
