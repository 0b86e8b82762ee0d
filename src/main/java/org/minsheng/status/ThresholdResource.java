package org.minsheng.status;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
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
import org.minsheng.access.Caller;
import org.minsheng.access.Role;
import org.minsheng.http.Answers;
import org.minsheng.http.ETag;
import org.minsheng.http.Refusal;
import org.minsheng.ledger.Ledger;
import org.minsheng.programmes.Programme;
import org.minsheng.programmes.Programmes;

@Path("/api/v1/programmes/{id}/thresholds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "status")
public class ThresholdResource {
    private final Caller caller;
    private final Programmes programmes;
    private final Limits limits;
    private final Answers answers;
    private final Ledger ledger;

    ThresholdResource(Caller caller, Programmes programmes, Limits limits, Answers answers, Ledger ledger) {
        this.caller = caller;
        this.programmes = programmes;
        this.limits = limits;
        this.answers = answers;
        this.ledger = ledger;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "getThresholds",
            summary = "From which gap on a promise is ahead, behind, seriously behind")
    @APIResponse(
            responseCode = "200",
            description = "The programme's limits, the usual ones where it has none of its own.",
            content = @Content(schema = @Schema(implementation = Thresholds.class)))
    public Response get(@PathParam("id") UUID id) {
        programmes.readable(id, caller.scope()).orElseThrow(Refusal::notFound);
        int version = limits.own(id).map(StatusLimits::version).orElse(0);
        return answers.one(ETag.of(version), () -> limits.of(id));
    }

    @PUT
    @RolesAllowed(Role.Names.SUPERVISOR)
    @Transactional
    @Operation(
            operationId = "setThresholds",
            summary = "Give a programme limits of its own",
            description = "They hold for every day, also for those gone by.")
    @APIResponse(
            responseCode = "200",
            description = "The limits.",
            content = @Content(schema = @Schema(implementation = Thresholds.class)))
    public Response put(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid ThresholdText wanted) {
        Programme programme = programmes.managed(id, caller.scope()).orElseThrow(Refusal::notFound);
        StatusLimits own = limits.own(id).orElseGet(() -> new StatusLimits(programme));
        ETag.require(ifMatch, own.version());
        own.set(wanted.asThresholds(), programme);
        limits.store(own);
        ledger.record(caller.actor(), "status-limits.set", own);
        return answers.changed(own.version(), own.thresholds());
    }
}
