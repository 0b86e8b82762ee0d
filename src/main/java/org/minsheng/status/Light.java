package org.minsheng.status;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Labelled;

@Schema(description = "The traffic light of a status; NONE where there is nothing to light.")
public enum Light implements Labelled {
    GREEN("绿灯", "Green"),
    YELLOW("黄灯", "Yellow"),
    RED("红灯", "Red"),
    GREY("灰灯", "Grey"),
    NONE("不亮灯", "None");

    private final String zh;
    private final String en;

    Light(String zh, String en) {
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
