package org.minsheng.items;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Labelled;

@Schema(description = "Whether an item counts.")
public enum ItemStatus implements Labelled {
    REGISTERED("已登记", "Registered"),
    ACCEPTED("已验收", "Accepted"),
    REJECTED("未通过", "Rejected");

    private final String zh;
    private final String en;

    ItemStatus(String zh, String en) {
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
