package org.minsheng.status;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.sheets.Coloured;

@Schema(description = "The traffic light of a status; NONE where there is nothing to light.")
public enum Light implements Coloured {
    GREEN("绿灯", "Green", "C6EFCE"),
    YELLOW("黄灯", "Yellow", "FFEB9C"),
    RED("红灯", "Red", "FFC7CE"),
    GREY("灰灯", "Grey", "D9D9D9"),
    NONE("不亮灯", "None", "FFFFFF");

    private final String zh;
    private final String en;
    private final String colour;

    Light(String zh, String en, String colour) {
        this.zh = zh;
        this.en = en;
        this.colour = colour;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }

    @Override
    public String colour() {
        return colour;
    }
}
