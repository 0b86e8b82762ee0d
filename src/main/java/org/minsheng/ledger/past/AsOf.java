package org.minsheng.ledger.past;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.minsheng.http.Refusal;

/** The instant whose state a caller wants to read; none is the present. */
public record AsOf(
        @Parameter(
                description =
                        "Answers with what was recorded at this instant instead of now, in the same form; `actions` is empty. A draft or working data of then is shown to those only who may see such. What is being recorded at this very moment may still be missing.",
                example = "2026-06-30T08:00:00Z")
        @QueryParam("asOf")
        Instant asOf) {
    /** The database's calendar ends somewhere; nothing was recorded before. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    public boolean isGiven() {
        return asOf != null;
    }

    /** In the microseconds of the ledger. */
    public Instant at(Instant now) {
        return at("asOf", asOf, now);
    }

    public static Instant at(String parameter, Instant wanted, Instant now) {
        if (wanted.isAfter(now)) throw Refusal.badParameter(parameter, "request.in-the-future", parameter);
        return wanted.isBefore(EARLIEST) ? EARLIEST : wanted.truncatedTo(ChronoUnit.MICROS);
    }

    /** For a list that would have to remember everything: the filters of which one is needed. */
    public static Refusal needsOne(String... filters) {
        return Refusal.badParameter("asOf", "request.as-of-needs-filter", String.join(", ", filters));
    }
}
