package org.minsheng.exchange;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.minsheng.http.Refusal;
import org.minsheng.http.Refusal.FieldError;
import org.minsheng.progress.DraftRow;
import org.minsheng.progress.EntryText;
import org.minsheng.progress.ReasonCode;

/** Reads the cells of a row as what they mean, days and months also as spreadsheets rewrite them. */
final class ProgressRow {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})月?");
    private static final Pattern SERIAL = Pattern.compile("[2-9]\\d{4}");
    private static final Pattern SHORT_MONTH = Pattern.compile("([A-Za-z]{3})-(\\d{2})");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private final FileRow row;
    private final List<FieldError> errors = new ArrayList<>();

    private ProgressRow(FileRow row) {
        this.row = row;
    }

    static DraftRow read(FileRow row) {
        if (row.refusal() != null) throw row.refusal();
        return new ProgressRow(row).draft();
    }

    private DraftRow draft() {
        UUID indicator = value(ImportColumn.INDICATOR_ID, UUID::fromString, "import.not-an-id");
        String period = value(ImportColumn.PERIOD, ProgressRow::period, "import.not-a-period");
        for (ImportColumn needed : List.of(ImportColumn.INDICATOR_ID, ImportColumn.PERIOD))
            if (row.cell(needed) == null) errors.add(FieldError.of("/" + needed.en(), "field.required"));
        EntryText text = new EntryText(
                number(ImportColumn.AMOUNT),
                number(ImportColumn.NUMERATOR),
                number(ImportColumn.DENOMINATOR),
                value(ImportColumn.DONE_ON, ProgressRow::day, "import.not-a-day"),
                row.cell(ImportColumn.NARRATIVE),
                row.cell(ImportColumn.NEXT_STEPS),
                row.cell(ImportColumn.DIFFICULTIES),
                value(ImportColumn.REASON_CODE, ProgressRow::reason, "import.not-a-reason"),
                row.cell(ImportColumn.REASON));
        if (!errors.isEmpty()) throw Refusal.invalid(errors);
        return new DraftRow(row.line(), indicator, period, row.cell(ImportColumn.UNIT_CODE), text);
    }

    private BigDecimal number(ImportColumn column) {
        return value(
                column,
                text -> {
                    if (!NUMBER.matcher(text).matches()) throw new IllegalArgumentException(text);
                    return new BigDecimal(text);
                },
                "import.not-a-number");
    }

    private interface Meaning<T> {
        T of(String text);
    }

    private <T> T value(ImportColumn column, Meaning<T> meaning, String code) {
        String text = row.cell(column);
        if (text == null) return null;
        try {
            return meaning.of(text);
        } catch (IllegalArgumentException | DateTimeException wrong) {
            errors.add(FieldError.of("/" + column.en(), code));
            return null;
        }
    }

    static LocalDate day(String text) {
        if (SERIAL.matcher(text).matches()) return DAY_ZERO.plusDays(Integer.parseInt(text));
        Matcher day = DAY.matcher(text);
        if (!day.matches()) throw new IllegalArgumentException(text);
        return LocalDate.of(
                Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)));
    }

    /** The code of a month in any of its spellings; other codes as they are. */
    static String period(String text) {
        Matcher month = MONTH.matcher(text);
        if (month.matches()) return "%s-%02d".formatted(month.group(1), Integer.parseInt(month.group(2)));
        Matcher brief = SHORT_MONTH.matcher(text);
        int named = brief.matches() ? MONTHS.indexOf(brief.group(1).toLowerCase(Locale.ROOT)) : -1;
        if (named >= 0) return "20%s-%02d".formatted(brief.group(2), named + 1);
        if (SERIAL.matcher(text).matches() || DAY.matcher(text).matches())
            return day(text).toString().substring(0, 7);
        if (text.length() > 10) throw new IllegalArgumentException(text);
        return text;
    }

    private static ReasonCode reason(String text) {
        return Arrays.stream(ReasonCode.values())
                .filter(r -> r.name().equals(text) || r.zh().equals(text) || r.en().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }
}
