package org.minsheng.ledger.sequence;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;

/** The log in figures: lag, queue, size, age of the newest checkpoint, alarms. */
@ApplicationScoped
class LedgerMetrics {
    private final Sequencer sequencer;
    private final Clock clock;

    LedgerMetrics(Sequencer sequencer, Clock clock) {
        this.sequencer = sequencer;
        this.clock = clock;
    }

    void register(@Observes StartupEvent event, MeterRegistry registry) {
        gauge(
                registry,
                "lag.seconds",
                "How long the oldest event waits for its place",
                p -> seconds(lag(p, clock.instant())));
        gauge(registry, "pending", "Events without a place, counted up to 10,000", LedgerProgress::pending);
        gauge(registry, "size", "Entries of the log", LedgerProgress::size);
        gauge(registry, "signed.size", "Entries under the newest checkpoint", LedgerProgress::signed);
        gauge(
                registry,
                "checkpoint.age.seconds",
                "Age of the newest checkpoint",
                p -> p.signedAt() == null ? Double.NaN : seconds(Duration.between(p.signedAt(), clock.instant())));
        gauge(registry, "signing", "1 while this instance may sign", p -> p.refusal() == null ? 1 : 0);
        gauge(registry, "alarms", "Bodies found changed", p -> sequencer.alarms());
    }

    static Duration lag(LedgerProgress progress, Instant now) {
        if (progress.oldest() == null || now.isBefore(progress.oldest())) return Duration.ZERO;
        return Duration.between(progress.oldest(), now);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private void gauge(MeterRegistry registry, String name, String what, ToDoubleFunction<LedgerProgress> value) {
        Gauge.builder("minsheng.ledger." + name, sequencer, s -> value.applyAsDouble(s.progress()))
                .description(what)
                .register(registry);
    }
}
