package org.minsheng.indicators;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Labelled;

@Schema(description = "How the items behind a promise make its value.")
public enum KeptBy implements Labelled {
    COUNT("按点位计数", "Number of accepted items"),
    MEASURE("按点位数量合计", "Sum of the accepted items' measures");

    private final String zh;
    private final String en;

    KeptBy(String zh, String en) {
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
