package org.minsheng.status;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Language;
import org.minsheng.projects.PartView;
import org.minsheng.projects.ProjectRow;

@Schema(
        description =
                "One project on a screen: its promises with printed targets, values and lights, its rate, its freshness.")
public record ProjectState(
        @Schema(description = "The day.") LocalDate date,
        @Schema(description = "Project.") UUID projectId,
        @Schema(description = "Programme.") UUID programmeId,

        @Schema(description = "Number in the notice.", examples = "2", minimum = "1", maximum = "9999")
        int ordinal,

        @Schema(description = "Name.", examples = "优化养老服务供给", maxLength = 200)
        String name,

        @Schema(description = "Lead units in order.", maxItems = 20)
        List<PartView> leadUnits,

        @Schema(description = "Weighted mean of what counts, capped at 1.", examples = "0.62", nullable = true)
        BigDecimal rate,

        @Schema(description = "Planned share of the same promises.", examples = "0.58", nullable = true)
        BigDecimal plannedShare,

        @Schema(description = "Worst status of its promises.")
        ScheduleStatus status,

        @Schema(description = "That status, as people read it.", examples = "滞后", maxLength = 50)
        String statusLabel,

        @Schema(description = "Its light.") Light light,

        @Schema(description = "When the latest entry was approved.", nullable = true)
        Instant lastApprovedAt,

        @Schema(description = "True where entries made up for the demonstration are among those it rests on.")
        boolean demonstration,

        @Schema(description = "Its promises in order.", maxItems = 1000)
        List<IndicatorStatus> indicators,

        @Schema(description = "A person's judgement beside the computed one.", nullable = true)
        RatingView rating,

        @Schema(description = "What went into the rate, and what was left out and why.", maxItems = 1000)
        List<RatePart> rateParts) {

    @Schema(description = "A promise in a project's rate.")
    public record RatePart(
            @Schema(description = "Indicator.") UUID indicatorId,

            @Schema(description = "Its weight.", examples = "1")
            BigDecimal weight,

            @Schema(description = "Its share, capped; null when it was left out.", examples = "0.62", nullable = true)
            BigDecimal share,

            @Schema(description = "Counted, or why not.") Clause clause,

            @Schema(description = "That, as people read it.", examples = "计入", maxLength = 200)
            String clauseLabel) {}

    static ProjectState of(ProjectRow project, List<Fact> facts, Rating rating, LocalDate day, Language language) {
        ProjectRate rate = ProjectRate.of(facts.stream()
                .map(f -> new ProjectRate.Assessed(f.promise(), f.assess()))
                .toList());
        return new ProjectState(
                day,
                project.id(),
                project.programmeId(),
                project.ordinal(),
                project.name(),
                project.leadUnits(),
                IndicatorStatus.rounded(rate.rate(), 4),
                IndicatorStatus.rounded(rate.plannedShare(), 4),
                rate.status(),
                rate.status().in(language),
                rate.light(),
                facts.stream()
                        .map(Fact::lastApprovedAt)
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                        .orElse(null),
                facts.stream().anyMatch(Fact::demonstration),
                facts.stream().map(f -> IndicatorStatus.of(f, language)).toList(),
                RatingView.on(day, rating, language),
                rate.parts().stream()
                        .map(p -> new RatePart(
                                p.indicator(),
                                org.minsheng.http.Decimals.plain(p.weight()),
                                IndicatorStatus.rounded(p.share(), 4),
                                p.clause(),
                                p.clause().in(language)))
                        .toList());
    }
}
