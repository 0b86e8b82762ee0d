package org.minsheng.indicators;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The planned curve of a promise (序时进度).")
public record TrajectoryView(
        @Schema(description = "Indicator.") UUID indicatorId,

        @Schema(description = "True for the usual line, because nobody has given another.")
        boolean usual,

        @Schema(description = "Its points in order; straight lines between them.", maxItems = 400)
        List<TrajectoryText.PlanPoint> points) {
    static TrajectoryView of(Indicator indicator, Trajectory own) {
        Trajectory curve = own != null ? own : Trajectory.usual(indicator.promise());
        return new TrajectoryView(
                indicator.id(),
                own == null,
                curve.points().stream()
                        .map(p -> new TrajectoryText.PlanPoint(p.on(), org.minsheng.http.Decimals.plain(p.share())))
                        .toList());
    }
}
