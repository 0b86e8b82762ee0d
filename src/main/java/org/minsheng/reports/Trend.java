package org.minsheng.reports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.sheets.Table;

@Schema(description = "Planned and actual curve of a project and its promises, at month ends.")
public record Trend(
        @Schema(description = "Programme.") UUID programmeId,

        @Schema(description = "The day up to which something is known.")
        LocalDate date,

        @Schema(description = "True where it rests on entries made up for the demonstration.")
        boolean demonstration,

        @Schema(description = "One curve for each project and promise asked for.", maxItems = 100000)
        List<Curve> curves) {

    @Schema(description = "One curve.")
    public record Curve(
            @Schema(description = "Project.") UUID projectId,

            @Schema(description = "Indicator; null for the project as a whole.", nullable = true)
            UUID indicatorId,

            @Schema(description = "Code of the promise, number of the project.", examples = "2.4", maxLength = 20)
            String code,

            @Schema(description = "Name.", examples = "新增护理型床位数", maxLength = 200)
            String name,

            @Schema(description = "Points in time.", maxItems = 400)
            List<TrendPoint> points) {}

    @Schema(description = "Planned and actual on one day.")
    public record TrendPoint(
            @Schema(description = "Day.") LocalDate on,

            @Schema(description = "Share planned.", examples = "0.5", nullable = true)
            BigDecimal plannedShare,

            @Schema(
                    description = "Share reached; null where nothing is known, and after the day.",
                    examples = "0.4",
                    nullable = true)
            BigDecimal achievement,

            @Schema(
                    description = "Value reached in the base unit; null for a project.",
                    examples = "40",
                    nullable = true)
            BigDecimal actual) {}

    /** A point of a curve as a row of a table. */
    record Line(Curve curve, TrendPoint point) {}

    static final List<Table.Column<Line>> COLUMNS = List.of(
            Table.Column.of("编号", "Code", 8, (Line l) -> l.curve.code()),
            Table.Column.of("名称", "Name", 34, (Line l) -> l.curve.name()),
            Table.Column.of("日期", "Day", 14, (Line l) -> l.point.on()),
            Table.Column.share("序时进度", "Planned", 10, (Line l) -> l.point.plannedShare()),
            Table.Column.share("完成率", "Achievement", 10, (Line l) -> l.point.achievement()),
            Table.Column.of("实际值", "Actual", 12, (Line l) -> l.point.actual()));

    Table<Line> table(String title) {
        return new Table<>(
                title,
                Table.subtitle(null, date, demonstration),
                COLUMNS,
                curves.stream()
                        .flatMap(c -> c.points().stream().map(p -> new Line(c, p)))
                        .toList());
    }
}
