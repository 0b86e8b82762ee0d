package org.minsheng.reports;

import java.util.List;
import java.util.function.Function;
import org.minsheng.http.Language;
import org.minsheng.status.Light;

/** A report as a printed table: heading, columns, rows; the writers know paper and screen, it knows neither. */
record Table(String title, String subtitle, List<Column> columns, List<BoardRow> rows) {
    /** @param share a share of 1, shown in percent */
    record Column(String zh, String en, double width, boolean share, Function<BoardRow, Object> value) {
        String in(Language language) {
            return language == Language.ZH ? zh : en;
        }
    }

    static final List<Column> BOARD = List.of(
            new Column("序号", "No.", 6, false, BoardRow::projectOrdinal),
            new Column("项目名称", "Project", 28, false, BoardRow::projectName),
            new Column("牵头单位", "Lead units", 20, false, BoardRow::leadUnits),
            new Column("编号", "Code", 8, false, BoardRow::code),
            new Column("指标", "Promise", 34, false, BoardRow::name),
            new Column("目标", "Target", 16, false, BoardRow::printedTarget),
            new Column("实际值", "Actual", 12, false, BoardRow::actual),
            new Column("完成率", "Achievement", 10, true, BoardRow::achievement),
            new Column("序时进度", "Planned", 10, true, BoardRow::plannedShare),
            new Column("差距（百分点）", "Gap (points)", 12, false, BoardRow::gap),
            new Column("状态", "Status", 16, false, BoardRow::statusLabel),
            new Column("亮灯", "Light", 8, false, BoardRow::light),
            new Column("最近报告期", "Last period", 14, false, BoardRow::lastPeriod),
            new Column("完成期限", "Due", 14, false, BoardRow::dueDate));

    static Table of(Board board) {
        String number = board.documentNumber() == null ? "" : board.documentNumber() + "　";
        String made = board.demonstration() ? "　演示数据 demonstration data" : "";
        return new Table(board.title(), number + board.date() + made, BOARD, board.rows());
    }

    static Object shown(Object value, Language language) {
        return value instanceof Light light ? light.in(language) : value;
    }
}
