package org.minsheng.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.minsheng.indicators.Commitment;
import org.minsheng.indicators.Trajectory;
import org.minsheng.support.Promises;

/** Forecasts made in July on made-up years, against how these years ended: mean error in percentage points of the target. */
class ForecastBackTest {
    private static final LocalDate DUE = LocalDate.of(2026, 12, 31);
    private static final Trajectory LINE = Trajectory.usual(Promises.increment("100", Commitment.FIRM));

    @Test
    void steady_years_are_foreseen_within_five_points() {
        assertTrue(error("steady", 0.15, m -> 1.0, LINE) < 5);
    }

    @Test
    void a_season_is_foreseen_where_the_plan_knows_it() {
        IntToDoubleFunction summer = m -> m >= 5 && m <= 9 ? 2.0 : 0.3;
        assertTrue(error("seasonal, planned", 0.15, summer, planOf(summer)) < 8);
        assertTrue(error("seasonal, straight plan", 0.15, summer, LINE) > 8, "a straight plan cannot know the season");
    }

    @Test
    void a_late_rush_is_foreseen_where_the_plan_knows_it() {
        IntToDoubleFunction rush = m -> m <= 8 ? 0.5 : 2.0;
        assertTrue(error("late rush, planned", 0.15, rush, planOf(rush)) < 8);
    }

    @Test
    void a_project_that_stands_still_is_not_talked_up() {
        assertTrue(error("stalled since April", 0.15, m -> m <= 4 ? 1.0 : 0.0, LINE) < 12);
    }

    @Test
    void too_little_history_gives_no_forecast() {
        assertTrue(Forecast.of(List.of(), LINE, DUE).isEmpty());
        assertTrue(Forecast.of(year(m -> 1.0, 0, new Random(1)).subList(0, 2), LINE, DUE)
                .isEmpty());
    }

    @Test
    void who_follows_the_plan_exactly_arrives_on_its_last_day() {
        List<Forecast.Reached> history = new ArrayList<>();
        for (int m = 1; m <= 6; m++) {
            LocalDate end = end(m);
            history.add(new Forecast.Reached(end, LINE.share(end)));
        }
        Forecast forecast = Forecast.of(history, LINE, DUE).orElseThrow();
        assertTrue(forecast.share().subtract(BigDecimal.ONE).abs().doubleValue() < 1e-6);
        assertEquals(DUE, forecast.finish());
    }

    private static double error(String name, double noise, IntToDoubleFunction shape, Trajectory plan) {
        double sum = 0;
        int years = 200;
        Random random = new Random(20260101);
        for (int i = 0; i < years; i++) {
            List<Forecast.Reached> year = year(shape, noise, random);
            Forecast forecast = Forecast.of(year.subList(0, 7), plan, DUE).orElseThrow();
            sum += Math.abs(forecast.share().subtract(year.get(11).share()).doubleValue()) * 100;
        }
        System.out.printf("forecast in July, %s: mean error %.1f points%n", name, sum / years);
        return sum / years;
    }

    private static List<Forecast.Reached> year(IntToDoubleFunction shape, double noise, Random random) {
        double weights = 0;
        for (int m = 1; m <= 12; m++) weights += shape.applyAsDouble(m);
        double reached = 0;
        List<Forecast.Reached> year = new ArrayList<>();
        for (int m = 1; m <= 12; m++) {
            reached += shape.applyAsDouble(m) / Math.max(weights, 8) * Math.max(0, 1 + noise * random.nextGaussian());
            year.add(new Forecast.Reached(end(m), BigDecimal.valueOf(reached)));
        }
        return year;
    }

    private static Trajectory planOf(IntToDoubleFunction shape) {
        double weights = 0;
        for (int m = 1; m <= 12; m++) weights += shape.applyAsDouble(m);
        List<Trajectory.Point> points = new ArrayList<>();
        double planned = 0;
        for (int m = 1; m <= 12; m++) {
            planned += shape.applyAsDouble(m) / weights;
            points.add(new Trajectory.Point(end(m), BigDecimal.valueOf(Math.min(1, planned))));
        }
        return Trajectory.of(Promises.FROM, DUE, points);
    }

    private static LocalDate end(int month) {
        return LocalDate.of(2026, month, 1).plusMonths(1).minusDays(1);
    }
}
