package org.minsheng.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.minsheng.http.Decimals;
import org.minsheng.indicators.Measured;
import org.minsheng.progress.Owed;
import org.minsheng.sheets.Table;

/** The file that an import takes, with one row for each report a unit still owes. */
record ProgressTemplate(String unitCode, List<Owed> owed) {
    Table<Owed> table() {
        List<Table.Column<Owed>> columns = new ArrayList<>();
        for (ImportColumn column : ImportColumn.values())
            columns.add(Table.Column.of(column.zh(), column.en(), column.width(), row -> value(row, column)));
        return new Table<>(
                "进展填报表 Progress to report",
                Table.subtitle(null, unitCode, owed.stream().anyMatch(Owed::isDemonstration)),
                columns,
                owed);
    }

    private Object value(Owed row, ImportColumn column) {
        var promise = row.duty().promise();
        return switch (column) {
            case CODE -> promise.code();
            case PROJECT -> promise.project().ordinal();
            case NAME -> promise.name();
            case TARGET -> promise.printed();
            case MEASURE_KIND -> promise.kind();
            case DUE_ON -> row.duty().period().dueOn();
            case LAST_PERIOD -> row.last() == null ? null : row.last().period();
            case LAST_VALUE ->
                row.last() == null ? null : last(row.last().report().measured());
            case RETURN_REASON -> row.filed() == null ? null : row.filed().returnReason();
            case INDICATOR_ID -> promise.id();
            case PERIOD -> row.duty().period().code();
            case UNIT_CODE -> unitCode;
            default -> null;
        };
    }

    private static Object last(Measured measured) {
        if (measured.doneOn() != null) return measured.doneOn();
        if (measured.denominator() != null) return plain(measured.numerator()) + "/" + plain(measured.denominator());
        return Decimals.plain(measured.amount());
    }

    private static String plain(BigDecimal number) {
        return number == null ? "" : Decimals.plain(number).toPlainString();
    }
}
