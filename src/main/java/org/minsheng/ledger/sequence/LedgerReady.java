package org.minsheng.ledger.sequence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready while what is recorded gets its place within a minute; says why it does not, and whether the log is signed. */
@Readiness
@ApplicationScoped
class LedgerReady implements HealthCheck {
    static final Duration LIMIT = Duration.ofSeconds(60);
    private final Sequencer sequencer;
    private final Clock clock;

    LedgerReady(Sequencer sequencer, Clock clock) {
        this.sequencer = sequencer;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        return told(sequencer.progress(), clock.instant());
    }

    static HealthCheckResponse told(LedgerProgress progress, Instant now) {
        Duration lag = LedgerMetrics.lag(progress, now);
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("ledger")
                .status(lag.compareTo(LIMIT) < 0)
                .withData("lagSeconds", lag.toSeconds())
                .withData("pending", progress.pending())
                .withData("size", progress.size())
                .withData("signedSize", progress.signed());
        if (progress.refusal() != null)
            answer.withData("notSigned", progress.refusal().name());
        return answer.build();
    }
}
