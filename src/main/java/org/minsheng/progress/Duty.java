package org.minsheng.progress;

import java.util.UUID;
import org.minsheng.indicators.Indicator;

/** One report that is expected: of a unit on a promise for a period. */
public record Duty(Indicator promise, UUID unit, Period period) {}
