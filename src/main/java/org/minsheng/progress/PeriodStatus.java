package org.minsheng.progress;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Labelled;

@Schema(description = "Whether a reporting period takes entries; a closed one takes corrections only.")
public enum PeriodStatus implements Labelled {
    OPEN("填报中", "Open"),
    CLOSED("已关账", "Closed");

    private final String zh;
    private final String en;

    PeriodStatus(String zh, String en) {
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
