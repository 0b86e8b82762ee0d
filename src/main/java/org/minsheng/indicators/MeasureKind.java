package org.minsheng.indicators;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Labelled;

/** How an indicator counts: what may be summed over time and units, and what never. */
@Schema(description = "How the number of a promise counts.")
public enum MeasureKind implements Labelled {
    INCREMENT("新增量", "Increment"),
    STOCK("期末存量", "Stock"),
    RATIO("比率", "Ratio"),
    DELIVERABLE("交付事项", "Deliverable"),
    PARAMETER("标准参数", "Parameter");

    private final String zh;
    private final String en;

    MeasureKind(String zh, String en) {
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
