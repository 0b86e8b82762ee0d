package org.minsheng.indicators;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A target split over units (任务分解); none takes the split back.")
public record AllocationText(
        @Schema(description = "The parts in the order they are shown.") @NotNull @Size(max = 1000)
        List<@NotNull @Valid AllocatedPart> items) {

    @Schema(description = "What one unit is to do.")
    public record AllocatedPart(
            @Schema(description = "Unit of the same government.") @NotNull
            UUID unitId,

            @Schema(description = "Its part of the target, in the base unit.", examples = "12")
            @NotNull
            @PositiveOrZero
            @Digits(integer = 11, fraction = 4)
            BigDecimal amount) {}
}
