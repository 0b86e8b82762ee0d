package org.minsheng.indicators;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.minsheng.access.Actor;
import org.minsheng.access.Caller;
import org.minsheng.access.Role;
import org.minsheng.http.Answers;
import org.minsheng.http.ETag;
import org.minsheng.http.Refusal;
import org.minsheng.ledger.Ledger;
import org.minsheng.projects.Projects;

@Path("/api/v1/indicators/{id}/item-keeping")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "indicators")
public class ItemKeepingResource {
    private final Caller caller;
    private final Indicators indicators;
    private final Projects projects;
    private final Answers answers;
    private final Ledger ledger;

    ItemKeepingResource(Caller caller, Indicators indicators, Projects projects, Answers answers, Ledger ledger) {
        this.caller = caller;
        this.indicators = indicators;
        this.projects = projects;
        this.answers = answers;
        this.ledger = ledger;
    }

    @PUT
    @RolesAllowed({Role.Names.SUPERVISOR, Role.Names.REVIEWER})
    @Transactional
    @Operation(
            operationId = "setItemKeeping",
            summary = "Let accepted items make the value of a promise",
            description =
                    "By the supervision office or a reviewer of a lead unit; entries submitted from then on must equal the accepted items.")
    @APIResponse(
            responseCode = "200",
            description = "The indicator.",
            content = @Content(schema = @Schema(implementation = IndicatorView.class)))
    public Response put(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid ItemKeeping wanted) {
        Actor actor = caller.actor();
        Indicator indicator = indicators.readable(id, actor.scope()).orElseThrow(Refusal::notFound);
        projects.led(indicator.projectId, actor.scope(), actor.is(Role.SUPERVISOR))
                .orElseThrow(Refusal::notFound);
        ETag.require(ifMatch, indicator.version());
        indicator.keep(wanted.keptBy(), caller.now());
        ledger.record(actor, "indicator.item-keeping-set", indicator);
        return answers.changed(indicator.version(), IndicatorView.of(indicator, actor.language()));
    }
}
