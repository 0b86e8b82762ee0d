package org.minsheng.time;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Instants are UTC; a civil date is a date in China. */
public class Time {
    public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Now, in the microseconds that the database keeps. */
    public static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The civil day of an instant, in China. */
    public static LocalDate dayOf(Instant now) {
        return now.atZone(CHINA).toLocalDate();
    }
}
