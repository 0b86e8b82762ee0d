package org.minsheng.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The planned curve of a promise (序时进度): points of a date and the share of the target planned for it, straight lines
 * between them. Nothing is planned at the window's start unless a point says so, and all of it on the due date.
 */
public final class Trajectory {
    /** A share of the target, 0 to 1, planned to be reached by the end of a day. */
    public record Point(LocalDate on, BigDecimal share) {}

    /** Enough for every percentage that is ever shown; interpolation is the only place that rounds. */
    private static final int SCALE = 10;

    private final List<Point> points;

    private Trajectory(List<Point> points) {
        this.points = points;
    }

    /** The straight line over the window; a deliverable is planned for its due date and not a day earlier. */
    public static Trajectory usual(Promise promise) {
        return promise.kind() == MeasureKind.DELIVERABLE
                ? new Trajectory(List.of(new Point(promise.due(), BigDecimal.ONE)))
                : of(promise.from(), promise.due(), List.of());
    }

    /** Points must lie in the window, in order, and never fall; {@link #fault} says which does not. */
    public static Trajectory of(LocalDate from, LocalDate due, List<Point> wanted) {
        List<Point> points = new ArrayList<>(wanted);
        points.sort(Comparator.comparing(Point::on));
        if (points.isEmpty() || points.get(0).on().isAfter(from.minusDays(1)))
            points.add(0, new Point(from.minusDays(1), BigDecimal.ZERO));
        if (points.get(points.size() - 1).on().isBefore(due)) points.add(new Point(due, BigDecimal.ONE));
        return new Trajectory(List.copyOf(points));
    }

    /** The place of the first point that breaks a rule, and which one it breaks. */
    public static Optional<Fault> fault(LocalDate from, LocalDate due, List<Point> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            Point point = wanted.get(i);
            Point before = i == 0 ? null : wanted.get(i - 1);
            if (point.on().isBefore(from) || point.on().isAfter(due))
                return Optional.of(new Fault(i, "trajectory.outside-window"));
            if (point.share().signum() < 0 || point.share().compareTo(BigDecimal.ONE) > 0)
                return Optional.of(new Fault(i, "trajectory.share-outside-0-1"));
            if (before != null && !point.on().isAfter(before.on()))
                return Optional.of(new Fault(i, "trajectory.not-in-order"));
            if (before != null && point.share().compareTo(before.share()) < 0)
                return Optional.of(new Fault(i, "trajectory.falls"));
        }
        return Optional.empty();
    }

    public record Fault(int point, String code) {}

    public List<Point> points() {
        return points;
    }

    /** Planned share at the end of a day: 0 before the first point, that of the last one after it. */
    public BigDecimal share(LocalDate day) {
        Point before = null;
        for (Point point : points) {
            if (point.on().isEqual(day)) return point.share();
            if (point.on().isAfter(day)) return before == null ? BigDecimal.ZERO : between(before, point, day);
            before = point;
        }
        return before.share();
    }

    /** The first day on which at least this share is planned; none where the curve never gets there. */
    public Optional<LocalDate> dayOf(BigDecimal share) {
        LocalDate first = points.get(0).on();
        LocalDate last = points.get(points.size() - 1).on();
        if (share(last).compareTo(share) < 0) return Optional.empty();
        long low = 0;
        long high = ChronoUnit.DAYS.between(first, last);
        while (low < high) {
            long middle = (low + high) / 2;
            if (share(first.plusDays(middle)).compareTo(share) >= 0) high = middle;
            else low = middle + 1;
        }
        return Optional.of(first.plusDays(low));
    }

    private static BigDecimal between(Point a, Point b, LocalDate day) {
        BigDecimal passed = BigDecimal.valueOf(ChronoUnit.DAYS.between(a.on(), day));
        BigDecimal whole = BigDecimal.valueOf(ChronoUnit.DAYS.between(a.on(), b.on()));
        BigDecimal rise = b.share().subtract(a.share());
        return a.share().add(rise.multiply(passed).divide(whole, SCALE, RoundingMode.HALF_EVEN));
    }
}
