package org.minsheng.progress;

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

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
