package org.minsheng.indicators;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Labelled;

/** What a reported amount counts: this period, or everything since the window opened. */
@Schema(description = "What a reported amount counts: the period alone, or all since the window opened.")
public enum ReportingBasis implements Labelled {
    PERIOD("本期数", "This period"),
    TO_DATE("累计数", "Running total");

    private final String zh;
    private final String en;

    ReportingBasis(String zh, String en) {
        this.zh = zh;
        this.en = en;
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
