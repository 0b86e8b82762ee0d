package org.minsheng.reports;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.progress.Duty;
import org.minsheng.progress.Filed;
import org.minsheng.progress.Period;
import org.minsheng.sheets.Table;
import org.minsheng.units.Unit;

@Schema(description = "Which unit has reported for a period, and which has not.")
public record Coverage(
        @Schema(description = "Programme.") UUID programmeId,

        @Schema(description = "Its title.", examples = "2026年区政府十件民生实事项目", maxLength = 200)
        String title,

        @Schema(description = "Period; null while the programme has none.", nullable = true)
        UUID periodId,

        @Schema(description = "Its code.", examples = "2026-03", maxLength = 10, nullable = true)
        String period,

        @Schema(description = "Day by which reports are due.", nullable = true)
        LocalDate dueOn,

        @Schema(description = "Whether any of the reports is made up for the demonstration.")
        boolean demonstration,

        @Schema(description = "The units in the order of the tree.", maxItems = 10000)
        List<Row> rows) {

    @Schema(name = "CoverageRow", description = "One unit in a period.")
    public record Row(
            @Schema(description = "Unit.") UUID unitId,

            @Schema(description = "Its name today.", examples = "区民政局", maxLength = 200)
            String unitName,

            @Schema(description = "Reports expected of it.", examples = "5", minimum = "0", maximum = "1000000")
            int expected,

            @Schema(description = "Submitted or approved.", examples = "4", minimum = "0", maximum = "1000000")
            int reported,

            @Schema(description = "Whether nothing is missing.")
            boolean complete,

            @Schema(description = "What is missing.", maxItems = 10000)
            List<Missing> missing) {

        private String missingCodes() {
            return missing.stream().map(Missing::code).collect(Collectors.joining("、"));
        }
    }

    @Schema(name = "MissingReport", description = "A promise without a report of the unit.")
    public record Missing(
            @Schema(description = "Indicator.") UUID indicatorId,

            @Schema(description = "Its code.", examples = "2.4", maxLength = 20)
            String code,

            @Schema(description = "Its name.", examples = "新增护理型床位数", maxLength = 200)
            String name) {}

    static final List<Table.Column<Row>> COLUMNS = List.of(
            Table.Column.of("单位", "Unit", 28, Row::unitName),
            Table.Column.of("应报", "Expected", 10, Row::expected),
            Table.Column.of("已报", "Reported", 10, Row::reported),
            Table.Column.of("已报齐", "Complete", 10, Row::complete),
            Table.Column.of("缺报指标", "Missing", 50, Row::missingCodes));

    Table<Row> table() {
        return new Table<>(title, Table.subtitle(null, period, demonstration), COLUMNS, rows);
    }

    static Coverage of(
            UUID programme,
            String title,
            Period period,
            List<Unit> units,
            List<Duty> duties,
            Map<Filed.Key, Filed> filed) {
        Map<UUID, List<Duty>> ofUnit = duties.stream().collect(Collectors.groupingBy(Duty::unit));
        List<Row> rows = units.stream()
                .map(unit -> row(unit, ofUnit.getOrDefault(unit.id(), List.of()), filed))
                .toList();
        boolean demonstration = filed.values().stream().anyMatch(Filed::demonstration);
        return period == null
                ? new Coverage(programme, title, null, null, null, demonstration, rows)
                : new Coverage(programme, title, period.id(), period.code(), period.dueOn(), demonstration, rows);
    }

    private static Row row(Unit unit, List<Duty> duties, Map<Filed.Key, Filed> filed) {
        List<Missing> missing = duties.stream()
                .filter(d -> {
                    Filed known = filed.get(Filed.Key.of(d));
                    return known == null || !known.isReported();
                })
                .map(d -> new Missing(
                        d.promise().id(), d.promise().code(), d.promise().name()))
                .toList();
        return new Row(
                unit.id(), unit.name(), duties.size(), duties.size() - missing.size(), missing.isEmpty(), missing);
    }
}
