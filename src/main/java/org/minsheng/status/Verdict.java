package org.minsheng.status;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Labelled;

@Schema(description = "Whether a promise is kept.")
public enum Verdict implements Labelled {
    MET("已兑现", "Met"),
    NOT_MET("未兑现", "Not met"),
    ON_COURSE("推进中", "On course"),
    NOT_ASSESSABLE("无法评估", "Not assessable");

    private final String zh;
    private final String en;

    Verdict(String zh, String en) {
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
