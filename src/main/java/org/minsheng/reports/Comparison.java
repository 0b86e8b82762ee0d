package org.minsheng.reports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.sheets.Table;
import org.minsheng.status.IndicatorStatus;
import org.minsheng.status.Light;
import org.minsheng.status.ProjectState;
import org.minsheng.status.ScheduleStatus;

@Schema(name = "ComparisonReport", description = "What changed in a programme between two days.")
public record Comparison(
        @Schema(description = "Programme.") UUID programmeId,

        @Schema(description = "Its title.", examples = "2026年区政府十件民生实事项目", maxLength = 200)
        String title,

        @Schema(description = "The earlier day.") LocalDate from,
        @Schema(description = "The later day.") LocalDate to,

        @Schema(description = "True where it rests on entries made up for the demonstration.")
        boolean demonstration,

        @Schema(description = "Promises whose light is better.", examples = "3", minimum = "0", maximum = "1000000")
        long better,

        @Schema(description = "Promises whose light is worse.", examples = "1", minimum = "0", maximum = "1000000")
        long worse,

        @Schema(description = "The promises that changed, in the notice's order.", maxItems = 100000)
        List<Row> rows) {

    @Schema(name = "ComparisonRow", description = "One promise that changed.")
    public record Row(
            @Schema(description = "Project.") UUID projectId,
            @Schema(description = "Indicator.") UUID indicatorId,

            @Schema(description = "Its code.", examples = "2.4", maxLength = 20)
            String code,

            @Schema(description = "Its name.", examples = "新增护理型床位数", maxLength = 200)
            String name,

            @Schema(description = "Target then, as printed.", examples = "100 张", maxLength = 100, nullable = true)
            String printedTargetFrom,

            @Schema(description = "Target later, as printed.", examples = "120 张", maxLength = 100, nullable = true)
            String printedTargetTo,

            @Schema(description = "Value then.", examples = "40", nullable = true)
            BigDecimal actualFrom,

            @Schema(description = "Value later.", examples = "62", nullable = true)
            BigDecimal actualTo,

            @Schema(description = "Later less then; null where one is unknown.", examples = "22", nullable = true)
            BigDecimal change,

            @Schema(description = "Share reached then.", examples = "0.4", nullable = true)
            BigDecimal achievementFrom,

            @Schema(description = "Share reached later.", examples = "0.62", nullable = true)
            BigDecimal achievementTo,

            @Schema(description = "Status then.") ScheduleStatus statusFrom,
            @Schema(description = "Status later.") ScheduleStatus statusTo,
            @Schema(description = "Light then.") Light lightFrom,
            @Schema(description = "Light later.") Light lightTo) {

        static Row of(ProjectState project, IndicatorStatus a, IndicatorStatus b) {
            return new Row(
                    project.projectId(),
                    b.indicatorId(),
                    b.code(),
                    b.name(),
                    a.printedTarget(),
                    b.printedTarget(),
                    a.actual(),
                    b.actual(),
                    a.actual() == null || b.actual() == null ? null : b.actual().subtract(a.actual()),
                    a.achievement(),
                    b.achievement(),
                    a.status(),
                    b.status(),
                    a.light(),
                    b.light());
        }

        boolean isChange() {
            return statusFrom != statusTo
                    || !Objects.equals(actualFrom, actualTo)
                    || !Objects.equals(printedTargetFrom, printedTargetTo);
        }

        /** Below 0 for a better light; where one of the days has none, neither better nor worse. */
        int turn() {
            List<Light> order = List.of(Light.GREEN, Light.YELLOW, Light.RED);
            int before = order.indexOf(lightFrom);
            int after = order.indexOf(lightTo);
            return before < 0 || after < 0 ? 0 : after - before;
        }
    }

    static final List<Table.Column<Row>> COLUMNS = List.of(
            Table.Column.of("编号", "Code", 8, Row::code),
            Table.Column.of("指标", "Promise", 34, Row::name),
            Table.Column.of("原值", "Then", 12, Row::actualFrom),
            Table.Column.of("现值", "Later", 12, Row::actualTo),
            Table.Column.of("变化", "Change", 12, Row::change),
            Table.Column.share("原完成率", "Achievement then", 12, Row::achievementFrom),
            Table.Column.share("现完成率", "Achievement later", 12, Row::achievementTo),
            Table.Column.of("原亮灯", "Light then", 10, Row::lightFrom),
            Table.Column.of("现亮灯", "Light later", 10, Row::lightTo));

    Table<Row> table() {
        return new Table<>(title, Table.subtitle(null, from + " → " + to, demonstration), COLUMNS, rows);
    }

    static List<Row> rows(List<ProjectState> before, List<ProjectState> after) {
        var then = before.stream()
                .flatMap(p -> p.indicators().stream())
                .collect(java.util.stream.Collectors.toMap(IndicatorStatus::indicatorId, i -> i));
        return after.stream()
                .flatMap(p -> p.indicators().stream().map(i -> Row.of(p, then.get(i.indicatorId()), i)))
                .filter(Row::isChange)
                .toList();
    }
}
