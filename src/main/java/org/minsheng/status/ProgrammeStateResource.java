package org.minsheng.status;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
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
import org.minsheng.programmes.ProgrammeView;
import org.minsheng.programmes.Programmes;
import org.minsheng.time.Time;

@Path("/api/v1/programmes/{id}/status")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "status")
public class ProgrammeStateResource {
    private final Caller caller;
    private final Programmes programmes;
    private final ProjectStates states;
    private final Answers answers;

    ProgrammeStateResource(Caller caller, Programmes programmes, ProjectStates states, Answers answers) {
        this.caller = caller;
        this.programmes = programmes;
        this.states = states;
        this.answers = answers;
    }

    @GET
    @Authenticated
    @Operation(operationId = "getProgrammeStatus", summary = "A programme on a day, and what went into its rate")
    @APIResponse(
            responseCode = "200",
            description = "The programme's state.",
            content = @Content(schema = @Schema(implementation = ProgrammeState.class)))
    public Response get(
            @PathParam("id") UUID id,
            @Parameter(description = "The day; today when absent.", example = "2026-07-31") @QueryParam("date")
                    LocalDate date) {
        Actor actor = caller.actor();
        ProgrammeView programme =
                ProgrammeView.of(programmes.readable(id, actor.scope()).orElseThrow(Refusal::notFound), actor);
        LocalDate today = Time.dayOf(caller.now());
        LocalDate day = date == null ? today : date;
        return answers.whole(
                ProgrammeState.of(id, programme.title(), day, states.of(id, day, today, actor), actor.language()));
    }
}
