package org.minsheng.exchange;

import java.util.List;
import org.minsheng.http.Decimals;
import org.minsheng.progress.EntryLine;
import org.minsheng.sheets.Table;

/** Entries as a table, all that is known of each. */
final class ProgressExport {
    private static final List<Table.Column<EntryLine>> COLUMNS = List.of(
            Table.Column.of("记录标识", "id", 38, EntryLine::id),
            Table.Column.of("项目标识", "projectId", 38, EntryLine::projectId),
            Table.Column.of("指标标识", "indicatorId", 38, EntryLine::indicatorId),
            Table.Column.of("编号", "code", 8, EntryLine::indicatorCode),
            Table.Column.of("指标", "name", 34, EntryLine::indicatorName),
            Table.Column.of("报告期", "period", 10, EntryLine::period),
            Table.Column.of("填报单位代码", "unitCode", 14, EntryLine::unitCode),
            Table.Column.of("填报单位", "unit", 20, EntryLine::unitName),
            Table.Column.of("状态", "status", 10, e -> e.status().name()),
            Table.Column.of("数值", "amount", 12, e -> Decimals.plain(e.amount())),
            Table.Column.of("分子", "numerator", 12, e -> Decimals.plain(e.numerator())),
            Table.Column.of("分母", "denominator", 12, e -> Decimals.plain(e.denominator())),
            Table.Column.of("完成日期", "doneOn", 12, EntryLine::doneOn),
            Table.Column.of("进展", "narrative", 40, EntryLine::narrative),
            Table.Column.of("下步计划", "nextSteps", 30, EntryLine::nextSteps),
            Table.Column.of("存在困难", "difficulties", 30, EntryLine::difficulties),
            Table.Column.of(
                    "原因代码",
                    "reasonCode",
                    14,
                    e -> e.reasonCode() == null ? null : e.reasonCode().name()),
            Table.Column.of("原因说明", "reason", 30, EntryLine::reason),
            Table.Column.of("更正的记录", "supersedesId", 38, EntryLine::supersedesId),
            Table.Column.of("提交时间", "submittedAt", 20, EntryLine::submittedAt),
            Table.Column.of("迟报", "late", 6, EntryLine::late),
            Table.Column.of("审核时间", "decidedAt", 20, EntryLine::decidedAt),
            Table.Column.of("演示数据", "demonstration", 6, EntryLine::demonstration),
            Table.Column.of("更新时间", "updatedAt", 20, EntryLine::updatedAt));

    private ProgressExport() {}

    static Table<EntryLine> table(Iterable<EntryLine> lines) {
        return new Table<>("进展记录 Progress entries", "", COLUMNS, lines);
    }
}
