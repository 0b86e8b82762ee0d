package org.minsheng.sheets;

import java.util.List;
import java.util.function.Function;
import org.minsheng.http.Labelled;
import org.minsheng.http.Language;

/** A report as a printed table: heading, columns, rows; the writers know paper and screen, it knows neither. */
public record Table<R>(String title, String subtitle, List<Column<R>> columns, Iterable<R> rows) {
    /** @param share a share of 1, shown in percent */
    public record Column<R>(String zh, String en, double width, boolean share, Function<R, Object> value) {
        public static <R> Column<R> of(String zh, String en, double width, Function<R, Object> value) {
            return new Column<>(zh, en, width, false, value);
        }

        public static <R> Column<R> share(String zh, String en, double width, Function<R, Object> value) {
            return new Column<>(zh, en, width, true, value);
        }

        String in(Language language) {
            return language == Language.ZH ? zh : en;
        }
    }

    /** A title over a programme's day; made-up numbers say so on paper too. */
    public static String subtitle(String documentNumber, Object day, boolean demonstration) {
        return (documentNumber == null ? "" : documentNumber + "　")
                + day
                + (demonstration ? "　演示数据 demonstration data" : "");
    }

    static Object shown(Object value, Language language) {
        if (value instanceof Labelled label) return label.in(language);
        if (value instanceof Boolean yes) return language == Language.ZH ? (yes ? "是" : "否") : yes ? "yes" : "no";
        return value;
    }
}
