package org.minsheng.status;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Labelled;

@Schema(description = "The rule that decided a status or left a promise out of a rate.")
public enum Clause implements Labelled {
    PARAMETER_HAS_NO_PROGRESS("参数类指标只规定标准，没有进度", "A parameter is a rule and has no progress"),
    SUSPENDED_BY_ORDER("已由变更单暂停", "Suspended by a change order"),
    DROPPED_BY_ORDER("已由变更单取消", "Dropped by a change order"),
    TARGET_REACHED("已达到目标", "The target is reached"),
    NOTHING_PLANNED_YET("计划进度为零且尚无填报", "Nothing is planned yet and nothing was reported"),
    NOTHING_REPORTED("计划已开始但从未有经审核的填报", "The plan has begun and no approved report exists"),
    REPORT_OVERDUE("最近一个到期报告期没有审核通过的填报", "The latest due period has no approved report"),
    PAST_DUE("已过完成期限仍未达到目标", "Past the due date and not reached"),
    ESTIMATE_IS_NO_PASS_LINE("预计数不作为考核线，只提示差距", "An estimate is no pass line; only the gap is shown"),
    WITHIN_CEILING("未超过上限", "Within the ceiling"),
    GAP_TO_PLAN("按与序时进度的差距判定", "By the gap to the plan"),
    SAMPLE_TOO_SMALL("样本量低于最小样本", "The sample is smaller than the minimum"),
    TOO_LITTLE_HISTORY("经审核的报告期不足，无法预测", "Too few approved periods for a forecast"),
    NOT_HEADLINE("不是主要指标", "Not a headline indicator"),
    NOTHING_COUNTS("没有可计入的指标", "None of its promises counts"),
    COUNTED("计入", "Counted");

    private final String zh;
    private final String en;

    Clause(String zh, String en) {
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
