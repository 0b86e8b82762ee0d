package org.minsheng.indicators;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Labelled;

/** How binding the words of the notice are; an ESTIMATE can be reached but never failed. */
@Schema(description = "How binding a promise is.")
public enum Commitment implements Labelled {
    FIRM("约束性", "Firm"),
    FLOOR("下限", "Floor"),
    CEILING("上限", "Ceiling"),
    FULL_COVERAGE("全覆盖", "Full coverage"),
    ESTIMATE("预期性", "Estimate");

    private final String zh;
    private final String en;

    Commitment(String zh, String en) {
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
