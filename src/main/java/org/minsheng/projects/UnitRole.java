package org.minsheng.projects;

import org.minsheng.http.Labelled;

/** 牵头单位 (主办) and 协办单位 of the notice's table. */
public enum UnitRole implements Labelled {
    LEAD("牵头单位", "Lead unit"),
    CO("协办单位", "Co-organising unit");

    private final String zh;
    private final String en;

    UnitRole(String zh, String en) {
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
