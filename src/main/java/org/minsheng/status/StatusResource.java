package org.minsheng.status;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.minsheng.access.Actor;
import org.minsheng.access.Caller;
import org.minsheng.http.Answers;
import org.minsheng.http.Refusal;
import org.minsheng.indicators.Achievement;
import org.minsheng.indicators.Indicator;
import org.minsheng.indicators.Indicators;
import org.minsheng.indicators.Measured;
import org.minsheng.indicators.Plans;
import org.minsheng.progress.Combination;
import org.minsheng.progress.ProgressEntries;
import org.minsheng.progress.ReportRow;
import org.minsheng.time.Time;

@Path("/api/v1/indicators/{id}/status")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "status", description = "Where promises stand, and why.")
public class StatusResource {
    private final Caller caller;
    private final Indicators indicators;
    private final Plans plans;
    private final Facts facts;
    private final ProgressEntries entries;
    private final Answers answers;

    StatusResource(
            Caller caller, Indicators indicators, Plans plans, Facts facts, ProgressEntries entries, Answers answers) {
        this.caller = caller;
        this.indicators = indicators;
        this.plans = plans;
        this.facts = facts;
        this.entries = entries;
        this.answers = answers;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "getIndicatorStatus",
            summary = "Where a promise stands on a day",
            description =
                    "By approved entries of periods that had begun by then; with the forecast, and why on request.")
    @APIResponse(
            responseCode = "200",
            description = "The status.",
            content = @Content(schema = @Schema(implementation = ExplainedStatus.class)))
    public Response get(
            @PathParam("id") UUID id,
            @Parameter(description = "The day; today when absent.", example = "2026-07-31") @QueryParam("date")
                    LocalDate date,
            @Parameter(description = "`true` tells how it came about.") @QueryParam("explain") @DefaultValue("false")
                    boolean explain) {
        Actor actor = caller.actor();
        Indicator promise = indicators.readable(id, actor.scope()).orElseThrow(Refusal::notFound);
        LocalDate today = Time.dayOf(caller.now());
        LocalDate day = date == null ? today : date;
        Fact fact = facts.of(List.of(promise), day, today).get(0);
        List<ReportRow> rows = entries.reported(List.of(id));
        UUID lead = plans.leads(List.of(promise)).get(id);
        Optional<Forecast> forecast = forecast(fact, rows, lead);
        return answers.whole(new ExplainedStatus(
                day,
                IndicatorStatus.of(fact, actor.language()),
                forecast.map(ForecastView::of).orElse(null),
                forecast.isPresent() ? null : Clause.TOO_LITTLE_HISTORY.in(actor.language()),
                explain ? Explanation.of(fact, rows, lead, actor.language()) : null));
    }

    private static Optional<Forecast> forecast(Fact fact, List<ReportRow> rows, UUID lead) {
        if (fact.promise().isParameter()) return Optional.empty();
        Map<LocalDate, Measured> curve = Combination.curve(
                fact.promise(),
                rows.stream()
                        .filter(r -> !r.periodStart().isAfter(fact.day()))
                        .map(ReportRow::report)
                        .toList(),
                lead);
        List<Forecast.Reached> history = curve.entrySet().stream()
                .map(e -> new Forecast.Reached(
                        e.getKey().plusMonths(1).minusDays(1),
                        Achievement.share(
                                fact.promise(), e.getValue(), e.getKey().plusMonths(1))))
                .filter(r -> r.share() != null)
                .toList();
        return Forecast.of(history, fact.plan(), fact.promise().due());
    }
}
