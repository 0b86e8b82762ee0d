package org.minsheng.accounts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Labelled;

/** PENDING until the security administrator has granted a role (三员分立). */
@Schema(description = "Whether an account works.")
public enum AccountStatus implements Labelled {
    PENDING("待授权", "Pending"),
    ACTIVE("正常", "Active"),
    DISABLED("停用", "Disabled");

    private final String zh;
    private final String en;

    AccountStatus(String zh, String en) {
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
