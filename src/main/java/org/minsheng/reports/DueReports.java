package org.minsheng.reports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Language;
import org.minsheng.indicators.MeasureKind;
import org.minsheng.indicators.ReportingBasis;
import org.minsheng.progress.EntryStatus;
import org.minsheng.progress.Owed;
import org.minsheng.sheets.Table;

@Schema(description = "What a unit has to report now, with the last approved values to start from.")
public record DueReports(
        @Schema(description = "Unit.") UUID unitId,
        @Schema(description = "The day, today or later.") LocalDate date,

        @Schema(description = "Whether any of the numbers is made up for the demonstration.")
        boolean demonstration,

        @Schema(description = "By period, then in the notice's order.", maxItems = 100000)
        List<Row> rows) {

    @Schema(name = "DueReport", description = "One report that is missing.")
    public record Row(
            @Schema(description = "Project.") UUID projectId,

            @Schema(
                    description = "Number of the project in the notice.",
                    examples = "2",
                    minimum = "1",
                    maximum = "9999")
            int projectOrdinal,

            @Schema(description = "Indicator.") UUID indicatorId,

            @Schema(description = "Its code.", examples = "2.4", maxLength = 20)
            String code,

            @Schema(description = "Its name.", examples = "新增护理型床位数", maxLength = 200)
            String name,

            @Schema(description = "Target as printed.", examples = "100 张", maxLength = 100, nullable = true)
            String printedTarget,

            @Schema(description = "How it counts.") MeasureKind measureKind,

            @Schema(description = "New amount or running total.")
            ReportingBasis reportingBasis,

            @Schema(description = "Unit of measure.", examples = "张", maxLength = 60, nullable = true)
            String unitOfMeasureLabel,

            @Schema(description = "Period.") UUID periodId,

            @Schema(description = "Its code.", examples = "2026-03", maxLength = 10)
            String period,

            @Schema(description = "Day by which it is due.") LocalDate dueOn,

            @Schema(description = "Whether that day is over.")
            boolean overdue,

            @Schema(description = "The unit's draft or returned entry; null when there is none yet.", nullable = true)
            UUID entryId,

            @Schema(description = "Its state.", nullable = true)
            EntryStatus entryStatus,

            @Schema(description = "Why it was returned.", maxLength = 1000, nullable = true)
            String returnReason,

            @Schema(
                    description = "Period of the last approved entry.",
                    examples = "2026-02",
                    maxLength = 10,
                    nullable = true)
            String lastPeriod,

            @Schema(description = "Its amount.", examples = "12", nullable = true)
            BigDecimal lastAmount,

            @Schema(description = "Its part of a ratio.", examples = "950", nullable = true)
            BigDecimal lastNumerator,

            @Schema(description = "Its whole of a ratio.", examples = "1000", nullable = true)
            BigDecimal lastDenominator,

            @Schema(description = "Day a deliverable was done.", nullable = true)
            LocalDate lastDoneOn) {

        static Row of(Owed owed, LocalDate today, Language language) {
            var duty = owed.duty();
            var filed = owed.filed();
            var last = owed.last();
            var promise = duty.promise();
            var measured = last == null ? null : last.report().measured();
            return new Row(
                    promise.project().id(),
                    promise.project().ordinal(),
                    promise.id(),
                    promise.code(),
                    promise.name(),
                    promise.printed(),
                    promise.kind(),
                    promise.promise().basis(),
                    promise.unitOfMeasureIn(language),
                    duty.period().id(),
                    duty.period().code(),
                    duty.period().dueOn(),
                    today.isAfter(duty.period().dueOn()),
                    filed == null ? null : filed.id(),
                    filed == null ? null : filed.status(),
                    filed == null ? null : filed.returnReason(),
                    last == null ? null : last.period(),
                    measured == null ? null : measured.amount(),
                    measured == null ? null : measured.numerator(),
                    measured == null ? null : measured.denominator(),
                    measured == null ? null : measured.doneOn());
        }
    }

    static final List<Table.Column<Row>> COLUMNS = List.of(
            Table.Column.of("序号", "No.", 6, Row::projectOrdinal),
            Table.Column.of("编号", "Code", 8, Row::code),
            Table.Column.of("指标", "Promise", 34, Row::name),
            Table.Column.of("目标", "Target", 16, Row::printedTarget),
            Table.Column.of("报告期", "Period", 10, Row::period),
            Table.Column.of("填报期限", "Due", 14, Row::dueOn),
            Table.Column.of("已逾期", "Overdue", 10, Row::overdue),
            Table.Column.of("填报状态", "Entry", 12, Row::entryStatus),
            Table.Column.of("上期", "Last period", 10, Row::lastPeriod),
            Table.Column.of("上期数值", "Last amount", 12, Row::lastAmount));

    Table<Row> table() {
        return new Table<>("待填报事项 Reports due", Table.subtitle(null, date, demonstration), COLUMNS, rows);
    }
}
