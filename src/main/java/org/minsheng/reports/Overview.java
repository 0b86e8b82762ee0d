package org.minsheng.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Decimals;
import org.minsheng.http.Labelled;
import org.minsheng.http.Language;
import org.minsheng.sheets.Table;
import org.minsheng.status.Clause;
import org.minsheng.status.IndicatorStatus;
import org.minsheng.status.Light;
import org.minsheng.status.ProjectState;
import org.minsheng.status.ScheduleStatus;
import org.minsheng.status.Verdict;

@Schema(description = "A programme on a day in a few numbers, as governments publish them.")
public record Overview(
        @Schema(description = "Programme.") UUID programmeId,

        @Schema(description = "Its title.", examples = "2026年区政府十件民生实事项目", maxLength = 200)
        String title,

        @Schema(description = "The day.") LocalDate date,

        @Schema(description = "True where it rests on entries made up for the demonstration.")
        boolean demonstration,

        @Schema(description = "Projects.", examples = "10", minimum = "0", maximum = "100000")
        int projects,

        @Schema(description = "Promises.", examples = "42", minimum = "0", maximum = "1000000")
        int indicators,

        @Schema(description = "Mean rate of the projects that have one.", examples = "0.71", nullable = true)
        BigDecimal rate,

        @Schema(description = "Share of projects with an approved value (开工率).", examples = "1", nullable = true)
        BigDecimal startedRate,

        @Schema(
                description = "Share of projects of which every counted promise is kept (完成率).",
                examples = "0.2",
                nullable = true)
        BigDecimal completedRate,

        @Schema(description = "Projects by light.", maxItems = 10)
        List<Count> projectsByLight,

        @Schema(description = "Promises by status.", maxItems = 20)
        List<Count> indicatorsByStatus,

        @Schema(description = "Promises by light.", maxItems = 10)
        List<Count> indicatorsByLight,

        @Schema(description = "Promises by verdict.", maxItems = 10)
        List<Count> indicatorsByVerdict) {

    @Schema(description = "How many of a kind.")
    public record Count(
            @Schema(description = "Kind.", examples = "BEHIND", maxLength = 30)
            String kind,

            @Schema(description = "Kind, as people read it.", examples = "滞后", maxLength = 50)
            String label,

            @Schema(description = "How many.", examples = "3", minimum = "0", maximum = "1000000")
            long count) {}

    /** A line of the printed overview: a number of things or a share of them. */
    private record Line(Object about, String label, Long count, BigDecimal share) {}

    private static final List<Table.Column<Line>> COLUMNS = List.of(
            Table.Column.of("分类", "About", 20, Line::about),
            Table.Column.of("内容", "Kind", 20, Line::label),
            Table.Column.of("数量", "Count", 10, Line::count),
            Table.Column.share("比率", "Share", 10, Line::share));

    static Overview of(UUID programme, String title, LocalDate day, List<ProjectState> projects, Language language) {
        List<IndicatorStatus> promises =
                projects.stream().flatMap(p -> p.indicators().stream()).toList();
        List<BigDecimal> rates = projects.stream()
                .map(ProjectState::rate)
                .filter(Objects::nonNull)
                .toList();
        return new Overview(
                programme,
                title,
                day,
                projects.stream().anyMatch(ProjectState::demonstration),
                projects.size(),
                promises.size(),
                share(rates.stream().reduce(BigDecimal.ZERO, BigDecimal::add), rates.size()),
                share(
                        BigDecimal.valueOf(
                                projects.stream().filter(Overview::isStarted).count()),
                        projects.size()),
                share(
                        BigDecimal.valueOf(
                                projects.stream().filter(Overview::isCompleted).count()),
                        projects.size()),
                counts(Light.values(), projects.stream().map(ProjectState::light), language),
                counts(ScheduleStatus.values(), promises.stream().map(IndicatorStatus::status), language),
                counts(Light.values(), promises.stream().map(IndicatorStatus::light), language),
                counts(Verdict.values(), promises.stream().map(IndicatorStatus::verdict), language));
    }

    Table<?> table(Language language) {
        List<Line> lines = new ArrayList<>();
        boolean zh = language == Language.ZH;
        lines.add(new Line(zh ? "项目" : "Projects", zh ? "总数" : "All", (long) projects, null));
        lines.add(new Line(zh ? "项目" : "Projects", zh ? "平均完成率" : "Mean rate", null, rate));
        lines.add(new Line(zh ? "项目" : "Projects", zh ? "开工率" : "Started", null, startedRate));
        lines.add(new Line(zh ? "项目" : "Projects", zh ? "完成率" : "Completed", null, completedRate));
        projectsByLight.forEach(c -> lines.add(new Line(zh ? "项目亮灯" : "Projects by light", c.label, c.count, null)));
        lines.add(new Line(zh ? "指标" : "Promises", zh ? "总数" : "All", (long) indicators, null));
        indicatorsByStatus.forEach(
                c -> lines.add(new Line(zh ? "指标进度" : "Promises by status", c.label, c.count, null)));
        indicatorsByLight.forEach(c -> lines.add(new Line(zh ? "指标亮灯" : "Promises by light", c.label, c.count, null)));
        indicatorsByVerdict.forEach(
                c -> lines.add(new Line(zh ? "指标结论" : "Promises by verdict", c.label, c.count, null)));
        return new Table<>(title, Table.subtitle(null, date, demonstration), COLUMNS, lines);
    }

    private static boolean isStarted(ProjectState project) {
        return project.lastApprovedAt() != null;
    }

    private static boolean isCompleted(ProjectState project) {
        List<UUID> counted = project.rateParts().stream()
                .filter(p -> p.clause() == Clause.COUNTED)
                .map(ProjectState.RatePart::indicatorId)
                .toList();
        return !counted.isEmpty()
                && project.indicators().stream()
                        .filter(i -> counted.contains(i.indicatorId()))
                        .allMatch(i -> i.verdict() == Verdict.MET);
    }

    static BigDecimal share(BigDecimal part, int whole) {
        return whole == 0 ? null : Decimals.plain(part.divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_EVEN));
    }

    static <E extends Enum<E> & Labelled> List<Count> counts(E[] kinds, Stream<E> found, Language language) {
        var byKind = found.collect(
                java.util.stream.Collectors.groupingBy(Function.identity(), java.util.stream.Collectors.counting()));
        return Arrays.stream(kinds)
                .map(k -> new Count(k.name(), k.in(language), byKind.getOrDefault(k, 0L)))
                .toList();
    }
}
