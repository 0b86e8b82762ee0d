package org.minsheng.indicators;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Labelled;

/** When a target is met; 以上 includes the number itself. */
@Schema(description = "When a promise is met.")
public enum Comparison implements Labelled {
    GE("不少于", "At least"),
    LE("不超过", "At most"),
    EQ("等于", "Equal to"),
    DONE("完成即达标", "Done or not"),
    NONE("不作考核", "Not a pass line");

    private final String zh;
    private final String en;

    Comparison(String zh, String en) {
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
