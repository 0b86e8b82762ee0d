package org.minsheng.projects;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Labelled;

/** Whether a promise holds: only a change order takes it out of ACTIVE. */
@Schema(description = "State of a project or a promise.")
public enum ProjectStatus implements Labelled {
    ACTIVE("正常", "Active"),
    SUSPENDED("暂缓", "Suspended"),
    DROPPED("终止", "Dropped");

    private final String zh;
    private final String en;

    ProjectStatus(String zh, String en) {
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
