package org.minsheng.progress;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.minsheng.access.Actor;
import org.minsheng.access.Caller;
import org.minsheng.access.Role;
import org.minsheng.http.Answers;
import org.minsheng.http.Idempotent;
import org.minsheng.http.Refusal;
import org.minsheng.ledger.Ledger;
import org.minsheng.ledger.Reason;
import org.minsheng.ledger.past.AsOf;
import org.minsheng.programmes.Programme;
import org.minsheng.programmes.Programmes;

@Path("/api/v1/programmes/{id}/periods")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "periods", description = "Reporting periods of a programme.")
public class OpeningResource {
    private final Caller caller;
    private final Periods periods;
    private final PastPeriods past;
    private final Programmes programmes;
    private final Answers answers;
    private final Ledger ledger;

    OpeningResource(
            Caller caller, Periods periods, PastPeriods past, Programmes programmes, Answers answers, Ledger ledger) {
        this.caller = caller;
        this.periods = periods;
        this.past = past;
        this.programmes = programmes;
        this.answers = answers;
        this.ledger = ledger;
    }

    @GET
    @Authenticated
    @Operation(operationId = "listPeriods", summary = "The reporting periods of a programme, oldest first")
    @APIResponse(
            responseCode = "200",
            description = "The periods.",
            content = @Content(schema = @Schema(implementation = PeriodList.class)))
    public Response list(@PathParam("id") UUID id, @BeanParam AsOf asOf) {
        if (asOf.isGiven())
            return answers.whole(
                    past.ofProgramme(id, asOf.at(caller.now()), caller.actor()).orElseThrow(Refusal::notFound));
        programmes.readable(id, caller.scope()).orElseThrow(Refusal::notFound);
        return answers.whole(list(id, caller.actor()));
    }

    @POST
    @RolesAllowed(Role.Names.SUPERVISOR)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "openPeriods",
            summary = "Open periods ahead, to the end of the programme's year",
            description = "Periods that exist stay as they are.")
    @APIResponse(
            responseCode = "200",
            description = "All periods.",
            content = @Content(schema = @Schema(implementation = PeriodList.class)))
    public Response open(@PathParam("id") UUID id, @NotNull @Valid OpenPeriods wanted) {
        Programme programme = programmes.managed(id, caller.scope()).orElseThrow(Refusal::notFound);
        programme.requirePublished();
        LocalDate year = LocalDate.of(programme.year(), 1, 1);
        LocalDate from = wanted.from() == null ? year : wanted.from();
        if (from.getYear() != programme.year())
            throw Refusal.rule("period.outside-year", String.valueOf(programme.year()))
                    .at("/from");
        int step = wanted.cadence() == Cadence.MONTH ? 1 : 3;
        Set<LocalDate> known =
                periods.ofProgramme(id).stream().map(p -> p.startsOn).collect(Collectors.toSet());
        List<Period> opened = new ArrayList<>();
        for (LocalDate start = year; start.getYear() == programme.year(); start = start.plusMonths(step)) {
            if (start.plusMonths(step).minusDays(1).isBefore(from) || known.contains(start)) continue;
            Period period = new Period(programme, wanted.cadence(), start, wanted.dueDays(), caller.now());
            periods.store(period);
            opened.add(period);
        }
        ledger.record(caller.actor(), "period.opened", opened, Reason.NONE);
        return answers.whole(list(id, caller.actor()));
    }

    private PeriodList list(UUID programme, Actor actor) {
        return new PeriodList(periods.ofProgramme(programme).stream()
                .map(p -> PeriodView.of(p, actor))
                .toList());
    }
}
