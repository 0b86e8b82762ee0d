package org.minsheng.progress;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Labelled;

@Schema(description = "Where a progress entry is in its workflow.")
public enum EntryStatus implements Labelled {
    DRAFT("草稿", "Draft"),
    SUBMITTED("待审核", "Submitted"),
    RETURNED("已退回", "Returned"),
    APPROVED("已审核", "Approved"),
    SUPERSEDED("已被更正", "Superseded");

    private final String zh;
    private final String en;

    EntryStatus(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** Approved once: from then on everybody of the government reads it. */
    public boolean isSettled() {
        return this == APPROVED || this == SUPERSEDED;
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
