package org.minsheng.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
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
    private static final double NOISE = 0.15;
    private static final LocalDate DUE = LocalDate.of(2026, 12, 31);
    private static final Trajectory LINE = Trajectory.usual(Promises.increment("100", Commitment.FIRM));

    @Test
    void the_page_for_readers_states_the_errors_as_they_are() throws IOException {
        IntToDoubleFunction steady = m -> 1.0;
        IntToDoubleFunction summer = m -> m >= 5 && m <= 9 ? 2.0 : 0.3;
        IntToDoubleFunction rush = m -> m <= 8 ? 0.5 : 2.0;
        IntToDoubleFunction stalled = m -> m <= 4 ? 1.0 : 0.0;
        stated("steady", error(steady, LINE), 5);
        stated("seasonal", error(summer, planOf(summer)), 8);
        stated("rush", error(rush, planOf(rush)), 8);
        stated("stalled", error(stalled, LINE), 12);
        assertTrue(stated("seasonal-straight", error(summer, LINE), 50) > 8, "a straight plan cannot know the season");
    }

    /** The error on the page, which is that of the code and within its bar. */
    private static double stated(String year, double error, double bar) throws IOException {
        String page;
        try (var in = ForecastBackTest.class.getResourceAsStream("/META-INF/resources/docs/forecast.html")) {
            page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String cell =
                "<td id=\"" + year + "\">" + BigDecimal.valueOf(error).setScale(1, RoundingMode.HALF_UP) + "</td>";
        assertTrue(page.contains(cell), cell);
        assertTrue(error < bar, year + ": " + error);
        return error;
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

    private static double error(IntToDoubleFunction shape, Trajectory plan) {
        double sum = 0;
        int years = 200;
        Random random = new Random(20260101);
        for (int i = 0; i < years; i++) {
            List<Forecast.Reached> year = year(shape, NOISE, random);
            Forecast forecast = Forecast.of(year.subList(0, 7), plan, DUE).orElseThrow();
            sum += Math.abs(forecast.share().subtract(year.get(11).share()).doubleValue()) * 100;
        }
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
