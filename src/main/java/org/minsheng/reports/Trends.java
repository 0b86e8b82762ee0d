package org.minsheng.reports;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.minsheng.status.IndicatorStatus;
import org.minsheng.status.ProjectState;

/** Curves out of states on many days. */
final class Trends {
    private Trends() {}

    /** The month ends of a year, and the day itself. */
    static SortedSet<LocalDate> days(int year, LocalDate day) {
        SortedSet<LocalDate> days = new TreeSet<>();
        for (int month = 1; month <= 12; month++)
            days.add(YearMonth.of(year, month).atEndOfMonth());
        if (day.getYear() == year) days.add(day);
        return days;
    }

    /** @param indicator only this promise; without it projects and all their promises */
    static Trend of(
            UUID programme,
            LocalDate day,
            Map<LocalDate, List<ProjectState>> states,
            ReportFilter filter,
            UUID indicator) {
        List<Trend.Curve> curves = new ArrayList<>();
        List<ProjectState> any = states.values().iterator().next();
        for (int p = 0; p < any.size(); p++) {
            ProjectState project = any.get(p);
            if (!filter.shows(project)) continue;
            int place = p;
            if (indicator == null)
                curves.add(new Trend.Curve(
                        project.projectId(),
                        null,
                        Integer.toString(project.ordinal()),
                        project.name(),
                        states.entrySet().stream()
                                .map(e -> point(e.getKey(), e.getValue().get(place), day))
                                .toList()));
            for (int i = 0; i < project.indicators().size(); i++) {
                IndicatorStatus promise = project.indicators().get(i);
                if (indicator != null && !indicator.equals(promise.indicatorId())) continue;
                int row = i;
                curves.add(new Trend.Curve(
                        project.projectId(),
                        promise.indicatorId(),
                        promise.code(),
                        promise.name(),
                        states.entrySet().stream()
                                .map(e -> point(
                                        e.getKey(),
                                        e.getValue().get(place).indicators().get(row),
                                        day))
                                .toList()));
            }
        }
        boolean made = states.values().stream().flatMap(List::stream).anyMatch(ProjectState::demonstration);
        return new Trend(programme, day, made, curves);
    }

    private static Trend.TrendPoint point(LocalDate on, ProjectState state, LocalDate day) {
        return new Trend.TrendPoint(on, state.plannedShare(), on.isAfter(day) ? null : state.rate(), null);
    }

    private static Trend.TrendPoint point(LocalDate on, IndicatorStatus status, LocalDate day) {
        boolean later = on.isAfter(day);
        return new Trend.TrendPoint(
                on, status.plannedShare(), later ? null : status.achievement(), later ? null : status.actual());
    }
}
