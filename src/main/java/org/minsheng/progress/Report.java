package org.minsheng.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.minsheng.indicators.Measured;

/**
 * An approved report as the rules see it: who, for which period, what; {@code supersedes} names the report it corrects.
 */
public record Report(
        UUID id, UUID unit, LocalDate periodStart, Measured measured, UUID supersedes, Instant approvedAt) {
    /** By period, then by approval: the order in which later ones count more. */
    static final Comparator<Report> IN_TIME = Comparator.comparing(Report::periodStart)
            .thenComparing(Report::approvedAt)
            .thenComparing(Report::id);
}
