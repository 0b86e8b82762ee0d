package org.minsheng.reports.comparison;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Labelled;

@Schema(description = "What became of something between two instants, as the caller could see it.")
public enum Change implements Labelled {
    ADDED("新增", "Added"),
    REMOVED("移除", "Removed"),
    CHANGED("变更", "Changed");

    private final String zh;
    private final String en;

    Change(String zh, String en) {
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
