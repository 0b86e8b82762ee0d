package org.minsheng.exchange;

import java.util.Arrays;
import java.util.Optional;
import org.minsheng.http.Labelled;

/** The columns of a file of progress, by the name that programs use and the one that people read. */
enum ImportColumn implements Labelled {
    CODE("编号", "code", false, 8),
    PROJECT("项目序号", "project", false, 8),
    NAME("指标", "name", false, 34),
    TARGET("目标", "target", false, 16),
    MEASURE_KIND("计量方式", "measureKind", false, 12),
    DUE_ON("填报期限", "dueOn", false, 12),
    LAST_PERIOD("上期", "lastPeriod", false, 10),
    LAST_VALUE("上期数值", "lastValue", false, 12),
    RETURN_REASON("退回原因", "returnReason", false, 20),
    INDICATOR_ID("指标标识", "indicatorId", false, 38),
    PERIOD("报告期", "period", false, 10),
    UNIT_CODE("填报单位代码", "unitCode", false, 14),
    AMOUNT("数值", "amount", true, 12),
    NUMERATOR("分子", "numerator", true, 12),
    DENOMINATOR("分母", "denominator", true, 12),
    DONE_ON("完成日期", "doneOn", true, 12),
    NARRATIVE("进展", "narrative", true, 40),
    NEXT_STEPS("下步计划", "nextSteps", true, 30),
    DIFFICULTIES("存在困难", "difficulties", true, 30),
    REASON_CODE("原因代码", "reasonCode", true, 14),
    REASON("原因说明", "reason", true, 30);

    private final String zh;
    private final String field;
    private final boolean filledIn;
    private final double width;

    ImportColumn(String zh, String field, boolean filledIn, double width) {
        this.zh = zh;
        this.field = field;
        this.filledIn = filledIn;
        this.width = width;
    }

    static Optional<ImportColumn> named(String heading) {
        String name = heading.strip();
        return Arrays.stream(values())
                .filter(c -> c.field.equals(name) || c.zh.equals(name))
                .findFirst();
    }

    /** Whether the reporter fills it in; a row without any of these says nothing. */
    boolean isFilledIn() {
        return filledIn;
    }

    double width() {
        return width;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return field;
    }
}
