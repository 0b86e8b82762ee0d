package org.minsheng.projects;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Set;
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
import org.minsheng.http.ETag;
import org.minsheng.http.Expansion;
import org.minsheng.http.Refusal;
import org.minsheng.ledger.past.AsOf;
import org.minsheng.programmes.PastProgrammes;
import org.minsheng.programmes.ProgrammeView;
import org.minsheng.programmes.Programmes;

/** The one-call read of a programme. */
@Path("/api/v1/programmes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "programmes")
public class ProgrammeSheetResource {
    private final Caller caller;
    private final Programmes programmes;
    private final Projects projects;
    private final PastProgrammes pastProgrammes;
    private final PastProjects pastProjects;
    private final Answers answers;

    ProgrammeSheetResource(
            Caller caller,
            Programmes programmes,
            Projects projects,
            PastProgrammes pastProgrammes,
            PastProjects pastProjects,
            Answers answers) {
        this.caller = caller;
        this.programmes = programmes;
        this.projects = projects;
        this.pastProgrammes = pastProgrammes;
        this.pastProjects = pastProjects;
        this.answers = answers;
    }

    @GET
    @Path("{id}")
    @Authenticated
    @Operation(operationId = "getProgramme", summary = "One programme, with its projects on request")
    @APIResponse(
            responseCode = "200",
            description = "The programme.",
            content = @Content(schema = @Schema(implementation = ProgrammeSheet.class)))
    public Response get(
            @PathParam("id") UUID id,
            @Parameter(description = "`projects`", example = "projects") @QueryParam("expand") @Size(max = 100)
                    String expand,
            @BeanParam AsOf asOf) {
        Actor actor = caller.actor();
        Set<String> wanted = Expansion.of(expand, Set.of("projects"));
        if (asOf.isGiven()) return answers.whole(past(id, !wanted.isEmpty(), asOf.at(caller.now()), actor));
        int version = programmes.version(id, actor.scope()).orElseThrow(Refusal::notFound);
        if (wanted.isEmpty()) return answers.one(ETag.of(version), () -> new ProgrammeSheet(view(id, actor), null));
        return answers.one(
                ETag.of(version, projects.versionsOf(id)),
                () -> new ProgrammeSheet(view(id, actor), projects.ofProgramme(id, actor.scope(), actor.language())));
    }

    private ProgrammeSheet past(UUID id, boolean expanded, Instant at, Actor actor) {
        ProgrammeView programme = pastProgrammes.view(id, at, actor).orElseThrow(Refusal::notFound);
        return new ProgrammeSheet(programme, expanded ? pastProjects.ofProgramme(id, at, actor) : null);
    }

    private ProgrammeView view(UUID id, Actor actor) {
        return ProgrammeView.of(programmes.readable(id, actor.scope()).orElseThrow(Refusal::notFound), actor);
    }
}
