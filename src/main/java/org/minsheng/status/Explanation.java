package org.minsheng.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Language;
import org.minsheng.progress.Combination;
import org.minsheng.progress.ReportRow;

@Schema(
        description =
                "How a status came about: rule set, limits, plan, and the entries that made the value or did not.")
public record Explanation(
        @Schema(description = "Rule set.", examples = "2026-1", maxLength = 20)
        String ruleVersion,

        @Schema(description = "Limits of the gap.") Thresholds thresholds,

        @Schema(description = "Whether the latest due period has no approved report.")
        boolean reportOverdue,

        @Schema(description = "The planned curve.", maxItems = 400)
        List<PlannedPoint> plan,

        @Schema(description = "Entries that make the value.", maxItems = 10000)
        List<Used> contributing,

        @Schema(description = "Entries that do not, and why.", maxItems = 10000)
        List<Unused> excluded) {

    @Schema(description = "A share of the target, planned for the end of a day.")
    public record PlannedPoint(
            @Schema(description = "Day.") LocalDate on,

            @Schema(description = "Share.", examples = "0.5")
            java.math.BigDecimal share) {}

    @Schema(name = "ContributingEntry", description = "An entry that makes the value.")
    public record Used(
            @Schema(description = "Entry.") UUID entryId,

            @Schema(description = "Unit that reported.", examples = "区民政局", maxLength = 200)
            String unitName,

            @Schema(description = "Period.", examples = "2026-03", maxLength = 10)
            String period) {}

    @Schema(name = "ExcludedEntry", description = "An entry that does not count.")
    public record Unused(
            @Schema(description = "Entry.") UUID entryId,

            @Schema(description = "Unit that reported.", examples = "区民政局", maxLength = 200)
            String unitName,

            @Schema(description = "Period.", examples = "2026-03", maxLength = 10)
            String period,

            @Schema(description = "Why it does not count.") Combination.Why why,

            @Schema(description = "Why, as people read it.", examples = "已被更正", maxLength = 50)
            String whyLabel) {}

    static Explanation of(Fact fact, List<ReportRow> rows, UUID lead, Language language) {
        Map<UUID, ReportRow> byId = rows.stream().collect(Collectors.toMap(ReportRow::id, Function.identity()));
        Combination combination = Combination.of(
                fact.promise(), rows.stream().map(ReportRow::report).toList(), lead, fact.day());
        return new Explanation(
                StatusRules.VERSION,
                fact.limits(),
                fact.overdue(),
                fact.plan().points().stream()
                        .map(p -> new PlannedPoint(p.on(), p.share()))
                        .toList(),
                combination.contributing().stream()
                        .map(r -> byId.get(r.id()))
                        .map(r -> new Used(r.id(), r.unitName(), r.period()))
                        .toList(),
                combination.excluded().stream()
                        .map(e -> unused(byId.get(e.report().id()), e.why(), language))
                        .toList());
    }

    private static Unused unused(ReportRow row, Combination.Why why, Language language) {
        return new Unused(row.id(), row.unitName(), row.period(), why, why.in(language));
    }
}
