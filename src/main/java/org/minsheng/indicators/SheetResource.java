package org.minsheng.indicators;

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
import java.util.List;
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
import org.minsheng.projects.ProjectView;
import org.minsheng.projects.Projects;
import org.minsheng.units.Units;

/** The one-call read of a project: what a screen needs in one round trip. */
@Path("/api/v1/projects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "projects")
public class SheetResource {
    private final Caller caller;
    private final Projects projects;
    private final Indicators indicators;
    private final Units units;
    private final PastSheets past;
    private final Answers answers;

    SheetResource(
            Caller caller, Projects projects, Indicators indicators, Units units, PastSheets past, Answers answers) {
        this.caller = caller;
        this.projects = projects;
        this.indicators = indicators;
        this.units = units;
        this.past = past;
        this.answers = answers;
    }

    @GET
    @Path("{id}")
    @Authenticated
    @Operation(operationId = "getProject", summary = "One project, with its indicators and units on request")
    @APIResponse(
            responseCode = "200",
            description = "The project.",
            content = @Content(schema = @Schema(implementation = ProjectSheet.class)))
    public Response get(
            @PathParam("id") UUID id,
            @Parameter(description = "Comma-separated: indicators, units.", example = "indicators,units")
                    @QueryParam("expand")
                    @Size(max = 100)
                    String expand,
            @BeanParam AsOf asOf) {
        Actor actor = caller.actor();
        Set<String> wanted = Expansion.of(expand, Set.of("indicators", "units"));
        if (asOf.isGiven()) return answers.whole(past.sheet(id, wanted, asOf.at(caller.now()), actor));
        SheetVersion version = indicators.sheetVersion(id, actor.scope()).orElseThrow(Refusal::notFound);
        return answers.one(ETag.of(version.project(), version.beside()), () -> sheet(id, wanted, actor));
    }

    @GET
    @Path("{id}/gaps")
    @Authenticated
    @Operation(operationId = "listProjectGaps", summary = "What the notice leaves open")
    @APIResponse(
            responseCode = "200",
            description = "The gaps.",
            content = @Content(schema = @Schema(implementation = Gaps.class)))
    public Response gaps(@PathParam("id") UUID id) {
        Actor actor = caller.actor();
        ProjectView project = projects.view(id, actor).orElseThrow(Refusal::notFound);
        List<IndicatorView> promises = indicators.ofProject(id, actor.scope(), actor.language());
        return answers.whole(new Gaps(Gap.of(project, promises, actor.language())));
    }

    private ProjectSheet sheet(UUID id, Set<String> wanted, Actor actor) {
        ProjectView project = projects.view(id, actor).orElseThrow(Refusal::notFound);
        List<IndicatorView> promises =
                wanted.contains("indicators") ? indicators.ofProject(id, actor.scope(), actor.language()) : null;
        return new ProjectSheet(project, promises, wanted.contains("units") ? units.rows(project.unitIds()) : null);
    }
}
