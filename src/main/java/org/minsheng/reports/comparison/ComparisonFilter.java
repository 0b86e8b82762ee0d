package org.minsheng.reports.comparison;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.minsheng.http.Refusal;
import org.minsheng.ledger.past.AsOf;

/** Which two instants, and what of them. */
public record ComparisonFilter(
        @Parameter(description = "The earlier instant.", required = true, example = "2026-06-30T08:00:00Z")
        @QueryParam("from")
        @NotNull
        Instant from,

        @Parameter(description = "The later instant; now when absent.", example = "2026-07-31T08:00:00Z")
        @QueryParam("to")
        Instant to,

        @Parameter(description = "Only what belongs to this project.") @QueryParam("project")
        UUID project,

        @Parameter(description = "Only this kind.", example = "indicator")
        @QueryParam("subjectType")
        @Size(max = 40)
        @Pattern(regexp = "[a-z-]+")
        String subjectType) {

    /** The same with both instants given, in the microseconds of the ledger. */
    ComparisonFilter until(Instant now) {
        Instant later = to == null ? now : AsOf.at("to", to, now);
        Instant earlier = AsOf.at("from", from, now);
        if (!earlier.isBefore(later)) throw Refusal.badParameter("from", "request.from-not-before-to");
        return new ComparisonFilter(earlier, later, project, subjectType);
    }
}
