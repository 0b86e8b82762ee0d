package org.minsheng.status;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.minsheng.access.Caller;
import org.minsheng.access.Role;
import org.minsheng.http.Answers;
import org.minsheng.http.Idempotent;
import org.minsheng.http.Refusal;
import org.minsheng.indicators.Indicator;
import org.minsheng.indicators.Plans;
import org.minsheng.programmes.Programmes;

@Path("/api/v1/programmes/{id}/standing-rebuild")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "status")
public class RebuildResource {
    private final Caller caller;
    private final Programmes programmes;
    private final Plans plans;
    private final Standings standings;
    private final Answers answers;

    RebuildResource(Caller caller, Programmes programmes, Plans plans, Standings standings, Answers answers) {
        this.caller = caller;
        this.programmes = programmes;
        this.plans = plans;
        this.standings = standings;
        this.answers = answers;
    }

    @POST
    @RolesAllowed(Role.Names.SUPERVISOR)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "rebuildStandings",
            summary = "Make the current numbers of a programme again from its entries",
            description = "Changes nothing unless something else than this server wrote to the database.")
    @APIResponse(
            responseCode = "200",
            description = "What was found.",
            content = @Content(schema = @Schema(implementation = Rebuilt.class)))
    public Response rebuild(@PathParam("id") UUID id) {
        programmes.managed(id, caller.scope()).orElseThrow(Refusal::notFound);
        List<Indicator> promises = plans.promises(id, null, caller.scope());
        return answers.whole(new Rebuilt(promises.size(), standings.rebuild(promises)));
    }
}
