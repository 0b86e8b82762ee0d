package org.minsheng.indicators;

import java.util.Arrays;
import java.util.Optional;
import org.minsheng.http.Labelled;

/**
 * The units of measure in notices: the counter people write, and the UNECE Recommendation 20 code where one exists. 人 and
 * 人次 are different units.
 */
public enum UnitOfMeasure implements Labelled {
    INSTITUTION("institution", "家", "institution", null),
    SITE("site", "处", "site", null),
    BED("bed", "张", "bed", null),
    ATTENDANCE("attendance", "人次", "attendance", null),
    PERSON("person", "人", "person", "IE"),
    EVENT("event", "场次", "event", null),
    ROUND("round", "轮次", "round", null),
    SCHOOL("school", "所", "school", null),
    LINE("line", "条", "line", null),
    ESTATE("estate", "个", "estate", null),
    HOUSEHOLD("household", "户", "household", null),
    MU("mu", "亩", "mu", null),
    SQUARE_METRE("m2", "平方米", "square metre", "MTK"),
    CASE("case", "件", "case", null),
    PIECE("piece", "个", "piece", "C62"),
    PERCENT("percent", "%", "percent", "P1"),
    YUAN("CNY", "元", "yuan", null),
    YUAN_PER_PERSON_YEAR("CNY/person/year", "元/人·年", "yuan per person and year", null),
    YUAN_PER_HOUSEHOLD_YEAR("CNY/household/year", "元/户·年", "yuan per household and year", null),
    BOOLEAN("boolean", "完成/未完成", "done or not", null);

    private final String code;
    private final String zh;
    private final String en;
    private final String unece;

    UnitOfMeasure(String code, String zh, String en, String unece) {
        this.code = code;
        this.zh = zh;
        this.en = en;
        this.unece = unece;
    }

    public static Optional<UnitOfMeasure> of(String code) {
        return Arrays.stream(values()).filter(u -> u.code.equals(code)).findFirst();
    }

    public String code() {
        return code;
    }

    public String unece() {
        return unece;
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
