package org.minsheng.reports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.projects.PartView;
import org.minsheng.status.IndicatorStatus;
import org.minsheng.status.Light;
import org.minsheng.status.ProjectState;
import org.minsheng.status.ScheduleStatus;
import org.minsheng.status.Verdict;

@Schema(description = "One promise in the board (台账表): printed target, value, rate, plan, gap, status, light.")
public record BoardRow(
        @Schema(description = "Number of the project in the notice.", examples = "2", minimum = "1", maximum = "9999")
        int projectOrdinal,

        @Schema(description = "Project.") UUID projectId,

        @Schema(description = "Name of the project.", examples = "优化养老服务供给", maxLength = 200)
        String projectName,

        @Schema(description = "Lead units, the first is principal.", examples = "区民政局、区医保局", maxLength = 4000)
        String leadUnits,

        @Schema(description = "Indicator.") UUID indicatorId,

        @Schema(description = "Code.", examples = "2.4", maxLength = 20)
        String code,

        @Schema(description = "Promise.", examples = "新增护理型床位数", maxLength = 200)
        String name,

        @Schema(description = "Target as printed.", examples = "100 张", maxLength = 100, nullable = true)
        String printedTarget,

        @Schema(description = "Target in the base unit.", examples = "100", nullable = true)
        BigDecimal targetValue,

        @Schema(description = "Value reached in the base unit, a ratio in percent.", examples = "62", nullable = true)
        BigDecimal actual,

        @Schema(description = "Share of the target reached, uncapped.", examples = "0.62", nullable = true)
        BigDecimal achievement,

        @Schema(description = "Share planned for the day.", examples = "0.58", nullable = true)
        BigDecimal plannedShare,

        @Schema(description = "Gap in percentage points.", examples = "4", nullable = true)
        BigDecimal gap,

        @Schema(description = "Schedule status.") ScheduleStatus status,

        @Schema(description = "Schedule status, as people read it.", examples = "达到序时进度", maxLength = 50)
        String statusLabel,

        @Schema(description = "Light.") Light light,
        @Schema(description = "Whether it is kept.") Verdict verdict,

        @Schema(description = "First day of the latest approved period.", nullable = true)
        LocalDate lastPeriod,

        @Schema(description = "Day by which the next report is due.", nullable = true)
        LocalDate nextDue,

        @Schema(description = "Due date.") LocalDate dueDate) {

    static BoardRow of(ProjectState project, IndicatorStatus s, LocalDate nextDue) {
        return new BoardRow(
                project.ordinal(),
                project.projectId(),
                project.name(),
                project.leadUnits().stream().map(PartView::name).collect(Collectors.joining("、")),
                s.indicatorId(),
                s.code(),
                s.name(),
                s.printedTarget(),
                s.targetValue(),
                s.actual(),
                s.achievement(),
                s.plannedShare(),
                s.gap(),
                s.status(),
                s.statusLabel(),
                s.light(),
                s.verdict(),
                s.lastPeriod(),
                nextDue,
                s.dueDate());
    }
}
