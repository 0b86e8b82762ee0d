package org.minsheng.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Labelled;
import org.minsheng.indicators.MeasureKind;
import org.minsheng.indicators.Measured;
import org.minsheng.indicators.Promise;
import org.minsheng.indicators.ReportingBasis;

/**
 * One value out of the approved reports of many periods and units, by the kind of the promise: increments are summed (or
 * their last running total taken), of a level only the last counts, ratios recombine by their parts, and a deliverable is
 * done when all who report it are done. Which reports made the value, and why others did not, is part of the answer.
 */
public record Combination(Measured measured, List<Report> contributing, List<Excluded> excluded) {
    @Schema(name = "ExclusionReason", description = "Why a report does not count.")
    public enum Why implements Labelled {
        LATER_PERIOD("报告期在该日之后", "Its period began later"),
        CORRECTED("已被更正", "Corrected by a later entry"),
        REPLACED_BY_LATER_LEVEL("已被后一期的数值取代", "Replaced by a later level"),
        ANOTHER_UNIT_ANSWERS("由牵头单位的数值为准", "Another unit answers for this promise");

        private final String zh;
        private final String en;

        Why(String zh, String en) {
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

    public record Excluded(Report report, Why why) {}

    /**
     * The state on a day from reports of periods that had begun by then. {@code lead} answers where units' values are not
     * added; without one, the unit that reported last does.
     */
    public static Combination of(Promise promise, Collection<Report> reports, UUID lead, LocalDate day) {
        List<Excluded> excluded = new ArrayList<>();
        List<Report> counted = current(reports, day, excluded);
        if (!promise.addsUnits() && promise.kind() != MeasureKind.DELIVERABLE)
            counted = ofOneUnit(counted, lead, excluded);
        if (!isSummed(promise)) counted = lastOfEachUnit(counted, excluded);
        return new Combination(measured(promise, counted), List.copyOf(counted), List.copyOf(excluded));
    }

    private static boolean isSummed(Promise promise) {
        return promise.basis() == ReportingBasis.PERIOD
                && (promise.kind() == MeasureKind.INCREMENT || promise.kind() == MeasureKind.RATIO);
    }

    /** Without what began later and without what a later report corrected. */
    private static List<Report> current(Collection<Report> reports, LocalDate day, List<Excluded> excluded) {
        Set<UUID> corrected = reports.stream()
                .map(Report::supersedes)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<Report> counted = new ArrayList<>();
        for (Report report : reports.stream().sorted(Report.IN_TIME).toList()) {
            if (report.periodStart().isAfter(day)) excluded.add(new Excluded(report, Why.LATER_PERIOD));
            else if (corrected.contains(report.id())) excluded.add(new Excluded(report, Why.CORRECTED));
            else counted.add(report);
        }
        return counted;
    }

    private static List<Report> ofOneUnit(List<Report> reports, UUID lead, List<Excluded> excluded) {
        if (reports.isEmpty()) return reports;
        boolean leadReports = reports.stream().anyMatch(r -> r.unit().equals(lead));
        UUID answers = leadReports ? lead : reports.get(reports.size() - 1).unit();
        reports.stream()
                .filter(r -> !r.unit().equals(answers))
                .forEach(r -> excluded.add(new Excluded(r, Why.ANOTHER_UNIT_ANSWERS)));
        return reports.stream().filter(r -> r.unit().equals(answers)).toList();
    }

    private static List<Report> lastOfEachUnit(List<Report> reports, List<Excluded> excluded) {
        Map<UUID, Report> last = new LinkedHashMap<>();
        for (Report report : reports) {
            Report before = last.put(report.unit(), report);
            if (before != null) excluded.add(new Excluded(before, Why.REPLACED_BY_LATER_LEVEL));
        }
        return last.values().stream().sorted(Report.IN_TIME).toList();
    }

    private static Measured measured(Promise promise, List<Report> counted) {
        if (counted.isEmpty()) return Measured.NOTHING;
        return switch (promise.kind()) {
            case PARAMETER -> Measured.NOTHING;
            case INCREMENT, STOCK -> Measured.amount(sum(counted, Measured::amount));
            case RATIO -> Measured.ratio(sum(counted, Measured::numerator), sum(counted, Measured::denominator));
            case DELIVERABLE -> Measured.doneOn(allDoneOn(counted));
        };
    }

    private static BigDecimal sum(List<Report> reports, Function<Measured, BigDecimal> part) {
        return reports.stream().map(r -> part.apply(r.measured())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The day the last one was done, or null while one is not. */
    private static LocalDate allDoneOn(List<Report> reports) {
        if (reports.stream().anyMatch(r -> r.measured().doneOn() == null)) return null;
        return reports.stream()
                .map(r -> r.measured().doneOn())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The combined value at the end of each period that has a report: the actual curve. */
    public static Map<LocalDate, Measured> curve(Promise promise, Collection<Report> reports, UUID lead) {
        Map<LocalDate, Measured> curve = new TreeMap<>();
        for (Report report : reports)
            curve.computeIfAbsent(report.periodStart(), start -> of(promise, reports, lead, start)
                    .measured());
        return curve;
    }
}
