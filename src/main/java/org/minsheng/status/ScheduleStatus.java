package org.minsheng.status;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Labelled;

@Schema(description = "Where a promise stands on its schedule.")
public enum ScheduleStatus implements Labelled {
    DONE("已完成", "Done"),
    DONE_EARLY("提前完成", "Done early"),
    AHEAD("超序时进度", "Ahead of schedule"),
    ON_SCHEDULE("达到序时进度", "On schedule"),
    SLIGHTLY_BEHIND("略低于序时进度", "Slightly behind"),
    BEHIND("滞后", "Behind"),
    SERIOUSLY_BEHIND("严重滞后", "Seriously behind"),
    NOT_DUE("未到实施期", "Not due yet"),
    NO_DATA("无数据", "No data"),
    SUSPENDED("暂停", "Suspended"),
    NOT_APPLICABLE("不适用", "Not applicable");

    private final String zh;
    private final String en;

    ScheduleStatus(String zh, String en) {
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

    public Light light() {
        return StatusRules.light(this);
    }
}
