package org.minsheng.progress;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.minsheng.access.Actor;
import org.minsheng.access.Caller;
import org.minsheng.access.Role;
import org.minsheng.http.Answers;
import org.minsheng.http.ETag;
import org.minsheng.http.Idempotent;
import org.minsheng.http.Refusal;
import org.minsheng.ledger.Ledger;
import org.minsheng.ledger.Reason;
import org.minsheng.ledger.past.AsOf;
import org.minsheng.time.Time;
import org.minsheng.units.Units;

@Path("/api/v1/periods/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "periods")
public class PeriodResource {
    private final Caller caller;
    private final Periods periods;
    private final PastPeriods past;
    private final Units units;
    private final Answers answers;
    private final Ledger ledger;

    PeriodResource(Caller caller, Periods periods, PastPeriods past, Units units, Answers answers, Ledger ledger) {
        this.caller = caller;
        this.periods = periods;
        this.past = past;
        this.units = units;
        this.answers = answers;
        this.ledger = ledger;
    }

    @GET
    @Authenticated
    @Operation(operationId = "getPeriod", summary = "One period")
    @APIResponse(
            responseCode = "200",
            description = "The period.",
            content = @Content(schema = @Schema(implementation = PeriodView.class)))
    public Response get(@PathParam("id") UUID id, @BeanParam AsOf asOf) {
        if (asOf.isGiven())
            return answers.whole(
                    past.view(id, asOf.at(caller.now()), caller.actor()).orElseThrow(Refusal::notFound));
        Period period = periods.readable(id, caller.scope()).orElseThrow(Refusal::notFound);
        return answers.one(ETag.of(period.version()), () -> PeriodView.of(period, caller.actor()));
    }

    @POST
    @Path("closure")
    @RolesAllowed(Role.Names.SUPERVISOR)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "closePeriod",
            summary = "Close a period that is over",
            description = "Afterwards it takes corrections and the decisions on what was submitted, nothing else.")
    @APIResponse(
            responseCode = "200",
            description = "The period.",
            content = @Content(schema = @Schema(implementation = PeriodView.class)))
    public Response close(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        Period period = periods.managed(id, caller.scope()).orElseThrow(Refusal::notFound);
        ETag.require(ifMatch, period.version());
        period.close(Time.dayOf(caller.now()), caller.now());
        ledger.record(caller.actor(), "period.closed", period);
        return answers.changed(period.version(), PeriodView.of(period, caller.actor()));
    }

    @POST
    @Path("extensions")
    @RolesAllowed(Role.Names.SUPERVISOR)
    @Idempotent
    @Transactional
    @Operation(operationId = "extendPeriod", summary = "Open a closed period once more for one unit")
    @APIResponse(
            responseCode = "200",
            description = "The period.",
            content = @Content(schema = @Schema(implementation = PeriodView.class)))
    public Response extend(@PathParam("id") UUID id, @NotNull @Valid Extension wanted) {
        Actor actor = caller.actor();
        Period period = periods.managed(id, actor.scope()).orElseThrow(Refusal::notFound);
        units.readable(wanted.unitId(), actor.scope())
                .orElseThrow(() -> Refusal.rule("project.unknown-unit").at("/unitId"));
        PeriodExtension extension = new PeriodExtension(period, wanted, Time.dayOf(caller.now()), caller.now());
        periods.store(extension);
        ledger.record(actor, "period.extended", extension, Reason.of(wanted.reason()));
        return answers.changed(period.version(), PeriodView.of(period, actor));
    }
}
