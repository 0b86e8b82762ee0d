package org.minsheng.progress;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Labelled;

@Schema(description = "Why a running total falls or an approved entry is corrected.")
public enum ReasonCode implements Labelled {
    REPORTING_ERROR("填报错误", "Reporting error"),
    DOUBLE_COUNTING("重复计算", "Double counting"),
    DEFINITION_CLARIFIED("口径明确", "Definition clarified"),
    REVOKED_OR_CLOSED("撤销或停止", "Revoked or closed"),
    VERIFIED_ON_SITE("现场核实", "Verified on site"),
    OTHER("其他", "Other");

    private final String zh;
    private final String en;

    ReasonCode(String zh, String en) {
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
