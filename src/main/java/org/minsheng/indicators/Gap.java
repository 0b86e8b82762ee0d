package org.minsheng.indicators;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Labelled;
import org.minsheng.http.Language;
import org.minsheng.projects.ProjectView;

@Schema(description = "Something the notice leaves open, to be filled in by the units and never invented.")
public record Gap(
        @Schema(description = "Indicator concerned; null for the project itself.", nullable = true)
        UUID indicatorId,

        @Schema(description = "Code of the indicator.", examples = "1.3", maxLength = 20, nullable = true)
        String indicatorCode,

        @Schema(description = "What is open.") Kind kind,

        @Schema(description = "What is open, as people read it.", examples = "未给出基数", maxLength = 100)
        String label) {

    /** What a notice may leave open. */
    @Schema(description = "What a notice may leave open.")
    public enum Kind implements Labelled {
        CONTACT_PERSON("未指定联络员", "No contact person"),
        LEADER_IN_CHARGE("未指定分管领导", "No leader in charge"),
        COMPONENT_LEAD_INFERRED("子项牵头单位为推定", "The lead of a component is inferred"),
        GROUP_MEMBERS("单位组成员未列明", "The members of a group are not listed"),
        BASELINE("未给出基数", "No baseline"),
        RATIO_DEFINITION("未定义分子、分母", "Numerator and denominator are not defined"),
        SAMPLE("未给出最小样本量", "No smallest sample");

        private final String zh;
        private final String en;

        Kind(String zh, String en) {
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

    static List<Gap> of(ProjectView project, List<IndicatorView> indicators, Language language) {
        List<Gap> gaps = new ArrayList<>();
        if (project.contactPerson() == null) gaps.add(of(null, Kind.CONTACT_PERSON, language));
        if (project.leaderInCharge() == null) gaps.add(of(null, Kind.LEADER_IN_CHARGE, language));
        if (project.components().stream().anyMatch(ProjectView.ComponentView::leadInferred))
            gaps.add(of(null, Kind.COMPONENT_LEAD_INFERRED, language));
        if (project.coUnits().stream().anyMatch(u -> u.groupId() != null))
            gaps.add(of(null, Kind.GROUP_MEMBERS, language));
        for (IndicatorView indicator : indicators) {
            if (indicator.measureKind() == MeasureKind.STOCK && indicator.baseline() == null)
                gaps.add(of(indicator, Kind.BASELINE, language));
            if (indicator.measureKind() == MeasureKind.RATIO) {
                gaps.add(of(indicator, Kind.RATIO_DEFINITION, language));
                if (indicator.minimumDenominator() == null) gaps.add(of(indicator, Kind.SAMPLE, language));
            }
        }
        return gaps;
    }

    private static Gap of(IndicatorView indicator, Kind kind, Language language) {
        return new Gap(
                indicator == null ? null : indicator.id(),
                indicator == null ? null : indicator.code(),
                kind,
                kind.in(language));
    }
}
