package org.minsheng.programmes;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Labelled;

/** DRAFT may be edited, PUBLISHED changes by change order only, CLOSED not at all. */
@Schema(description = "Where a programme stands: draft, published, closed.")
public enum ProgrammeStatus implements Labelled {
    DRAFT("拟订", "Draft"),
    PUBLISHED("已印发", "Published"),
    CLOSED("已办结", "Closed");

    private final String zh;
    private final String en;

    ProgrammeStatus(String zh, String en) {
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
