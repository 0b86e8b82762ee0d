package org.minsheng.progress;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Labelled;

@Schema(description = "How long a reporting period is.")
public enum Cadence implements Labelled {
    MONTH("月", "Month"),
    QUARTER("季度", "Quarter");

    private final String zh;
    private final String en;

    Cadence(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The first day of the period with a code: {@code 2026-03}, {@code 2026-Q1}. */
    static LocalDate start(String code) {
        int year = Integer.parseInt(code.substring(0, 4));
        boolean quarter = code.charAt(5) == 'Q';
        int number = Integer.parseInt(code.substring(quarter ? 6 : 5));
        return LocalDate.of(year, quarter ? 3 * number - 2 : number, 1);
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
