package org.minsheng.reports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Language;
import org.minsheng.progress.Duty;
import org.minsheng.progress.Filed;
import org.minsheng.sheets.Table;
import org.minsheng.status.IndicatorStatus;
import org.minsheng.status.Light;
import org.minsheng.status.ScheduleStatus;
import org.minsheng.units.Unit;

@Schema(description = "How units stand and how they report, up to a day.")
public record UnitReport(
        @Schema(description = "Programme.") UUID programmeId,

        @Schema(description = "Its title.", examples = "2026年区政府十件民生实事项目", maxLength = 200)
        String title,

        @Schema(description = "The day.") LocalDate date,

        @Schema(description = "True where it rests on entries made up for the demonstration.")
        boolean demonstration,

        @Schema(description = "The units in the order of the tree.", maxItems = 10000)
        List<Row> rows) {

    @Schema(name = "UnitReportRow", description = "One unit: its promises by status, its reports by due day.")
    public record Row(
            @Schema(description = "Unit.") UUID unitId,

            @Schema(description = "Its name today.", examples = "区民政局", maxLength = 200)
            String unitName,

            @Schema(description = "Promises it answers for.", examples = "5", minimum = "0", maximum = "1000000")
            int indicators,

            @Schema(description = "Those by status.", maxItems = 20)
            List<Overview.Count> indicatorsByStatus,

            @Schema(
                    description = "Reports that were due before the day.",
                    examples = "20",
                    minimum = "0",
                    maximum = "9999999")
            int expected,

            @Schema(
                    description = "Of these, submitted or approved.",
                    examples = "18",
                    minimum = "0",
                    maximum = "9999999")
            int reported,

            @Schema(
                    description = "Of these, submitted after their due day.",
                    examples = "2",
                    minimum = "0",
                    maximum = "9999999")
            int late,

            @Schema(
                    description = "How often a reviewer gave one back.",
                    examples = "1",
                    minimum = "0",
                    maximum = "9999999")
            int returned,

            @Schema(
                    description = "Reported of expected; null while nothing was due.",
                    examples = "0.9",
                    nullable = true)
            BigDecimal completeness,

            @Schema(description = "In time of expected; null while nothing was due.", examples = "0.8", nullable = true)
            BigDecimal timeliness) {

        private long with(Light light) {
            return indicatorsByStatus.stream()
                    .filter(c -> ScheduleStatus.valueOf(c.kind()).light() == light)
                    .mapToLong(Overview.Count::count)
                    .sum();
        }
    }

    static final List<Table.Column<Row>> COLUMNS = List.of(
            Table.Column.of("单位", "Unit", 28, Row::unitName),
            Table.Column.of("指标数", "Promises", 10, Row::indicators),
            Table.Column.of("绿灯", "Green", 8, r -> r.with(Light.GREEN)),
            Table.Column.of("黄灯", "Yellow", 8, r -> r.with(Light.YELLOW)),
            Table.Column.of("红灯", "Red", 8, r -> r.with(Light.RED)),
            Table.Column.of("灰灯", "Grey", 8, r -> r.with(Light.GREY)),
            Table.Column.of("应报", "Expected", 10, Row::expected),
            Table.Column.of("已报", "Reported", 10, Row::reported),
            Table.Column.of("迟报", "Late", 8, Row::late),
            Table.Column.of("退回次数", "Returned", 10, Row::returned),
            Table.Column.share("完整率", "Completeness", 12, Row::completeness),
            Table.Column.share("及时率", "Timeliness", 12, Row::timeliness));

    Table<Row> table() {
        return new Table<>(title, Table.subtitle(null, date, demonstration), COLUMNS, rows);
    }

    /** @param answering the unit that answers for each promise */
    static List<Row> rows(
            List<Unit> units,
            List<Duty> duties,
            Map<Filed.Key, Filed> filed,
            Map<UUID, UUID> answering,
            List<IndicatorStatus> promises,
            Language language) {
        Map<UUID, List<Duty>> ofUnit = duties.stream().collect(Collectors.groupingBy(Duty::unit));
        return units.stream()
                .map(unit -> {
                    List<Duty> due = ofUnit.getOrDefault(unit.id(), List.of());
                    List<Filed> known = due.stream()
                            .map(d -> filed.get(Filed.Key.of(d)))
                            .filter(java.util.Objects::nonNull)
                            .toList();
                    int reported =
                            (int) known.stream().filter(Filed::isReported).count();
                    int late = (int) known.stream()
                            .filter(f -> f.isReported() && f.late())
                            .count();
                    List<ScheduleStatus> own = promises.stream()
                            .filter(p -> unit.id().equals(answering.get(p.indicatorId())))
                            .map(IndicatorStatus::status)
                            .toList();
                    return new Row(
                            unit.id(),
                            unit.name(),
                            own.size(),
                            Overview.counts(ScheduleStatus.values(), own.stream(), language),
                            due.size(),
                            reported,
                            late,
                            known.stream().mapToInt(Filed::returns).sum(),
                            Overview.share(BigDecimal.valueOf(reported), due.size()),
                            Overview.share(BigDecimal.valueOf(reported - late), due.size()));
                })
                .toList();
    }
}
