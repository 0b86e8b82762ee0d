package org.minsheng.units;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Labelled;

/** What kind of organisation a unit is; a GOVERNMENT is the fence of what its people may read. */
@Schema(description = "Kind of organisation.")
public enum UnitType implements Labelled {
    GOVERNMENT("政府", "Government"),
    DEPARTMENT("部门", "Department"),
    INSTITUTION("事业单位", "Institution"),
    OFFICE("办公室", "Office"),
    SUPERVISION("督查室", "Supervision office"),
    OBSERVER("抄送单位", "Observer"),
    SUBDISTRICT("街道", "Subdistrict"),
    TOWN("镇", "Town"),
    PARK("园区", "Park");

    private final String zh;
    private final String en;

    UnitType(String zh, String en) {
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
