package org.minsheng.indicators;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The planned curve of a promise; without points it is the straight line over the window.")
public record TrajectoryText(
        @Schema(description = "Points in order, inside the window, never falling.") @NotNull @Size(max = 366)
        List<@NotNull @Valid PlanPoint> points) {

    @Schema(description = "A share of the target planned to be reached by the end of a day.")
    public record PlanPoint(
            @Schema(description = "Day.", examples = "2026-06-30") @NotNull
            LocalDate on,

            @Schema(description = "Share of the target, 0 to 1.", examples = "0.4")
            @NotNull
            @DecimalMin("0")
            @DecimalMax("1")
            @Digits(integer = 1, fraction = 10)
            BigDecimal share) {}

    List<Trajectory.Point> asPoints() {
        return points.stream().map(p -> new Trajectory.Point(p.on(), p.share())).toList();
    }
}
