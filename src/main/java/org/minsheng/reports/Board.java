package org.minsheng.reports;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.progress.Period;
import org.minsheng.sheets.Table;
import org.minsheng.status.IndicatorStatus;
import org.minsheng.status.ProjectState;
import org.minsheng.status.ScheduleStatus;

@Schema(description = "Every promise of a programme on a day, in the notice's order.")
public record Board(
        @Schema(description = "Programme.") UUID programmeId,

        @Schema(description = "Its title.", examples = "2026年区政府十件民生实事项目", maxLength = 200)
        String title,

        @Schema(
                description = "Document number of the notice.",
                examples = "济兗政发〔2026〕2号",
                maxLength = 100,
                nullable = true)
        String documentNumber,

        @Schema(description = "The day.") LocalDate date,

        @Schema(description = "True where it rests on entries made up for the demonstration.")
        boolean demonstration,

        @Schema(description = "The promises.", maxItems = 100000)
        List<BoardRow> rows) {

    static final List<Table.Column<BoardRow>> COLUMNS = List.of(
            Table.Column.of("序号", "No.", 6, BoardRow::projectOrdinal),
            Table.Column.of("项目名称", "Project", 28, BoardRow::projectName),
            Table.Column.of("牵头单位", "Lead units", 20, BoardRow::leadUnits),
            Table.Column.of("编号", "Code", 8, BoardRow::code),
            Table.Column.of("指标", "Promise", 34, BoardRow::name),
            Table.Column.of("目标", "Target", 16, BoardRow::printedTarget),
            Table.Column.of("实际值", "Actual", 12, BoardRow::actual),
            Table.Column.share("完成率", "Achievement", 10, BoardRow::achievement),
            Table.Column.share("序时进度", "Planned", 10, BoardRow::plannedShare),
            Table.Column.of("差距（百分点）", "Gap (points)", 12, BoardRow::gap),
            Table.Column.of("状态", "Status", 16, BoardRow::statusLabel),
            Table.Column.of("亮灯", "Light", 8, BoardRow::light),
            Table.Column.of("最近报告期", "Last period", 14, BoardRow::lastPeriod),
            Table.Column.of("下次填报", "Next report due", 14, BoardRow::nextDue),
            Table.Column.of("完成期限", "Due", 14, BoardRow::dueDate));

    static List<BoardRow> rows(List<ProjectState> projects, List<Period> periods, Predicate<IndicatorStatus> shown) {
        return projects.stream()
                .flatMap(p -> p.indicators().stream().filter(shown).map(i -> BoardRow.of(p, i, nextDue(i, periods))))
                .toList();
    }

    /** Due day of the first period after the last approved one that the promise's window touches. */
    private static LocalDate nextDue(IndicatorStatus promise, List<Period> periods) {
        if (promise.status() == ScheduleStatus.NOT_APPLICABLE || promise.status() == ScheduleStatus.SUSPENDED)
            return null;
        return periods.stream()
                .filter(p -> p.overlaps(promise.windowStart(), promise.dueDate()))
                .filter(p -> promise.lastPeriod() == null || p.startsOn().isAfter(promise.lastPeriod()))
                .map(Period::dueOn)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    Table<BoardRow> table() {
        return new Table<>(title, Table.subtitle(documentNumber, date, demonstration), COLUMNS, rows);
    }
}
