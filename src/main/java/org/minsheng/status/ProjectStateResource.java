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
import java.util.List;
import java.util.Objects;
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
import org.minsheng.http.Refusal;
import org.minsheng.indicators.Indicators;
import org.minsheng.indicators.Plans;
import org.minsheng.indicators.SheetVersion;
import org.minsheng.projects.Projects;
import org.minsheng.time.Time;

/** The one call for a mobile screen. */
@Path("/api/v1/projects/{id}/status")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "status")
public class ProjectStateResource {
    private final Caller caller;
    private final Projects projects;
    private final Indicators indicators;
    private final Plans plans;
    private final Facts facts;
    private final Standings standings;
    private final Ratings ratings;
    private final Answers answers;

    ProjectStateResource(
            Caller caller,
            Projects projects,
            Indicators indicators,
            Plans plans,
            Facts facts,
            Standings standings,
            Ratings ratings,
            Answers answers) {
        this.caller = caller;
        this.projects = projects;
        this.indicators = indicators;
        this.plans = plans;
        this.facts = facts;
        this.standings = standings;
        this.ratings = ratings;
        this.answers = answers;
    }

    @GET
    @Authenticated
    @Operation(operationId = "getProjectStatus", summary = "One project on a mobile screen: promises, values, lights")
    @APIResponse(
            responseCode = "200",
            description = "The project's state.",
            content = @Content(schema = @Schema(implementation = ProjectState.class)))
    public Response get(
            @PathParam("id") UUID id,
            @Parameter(description = "The day; today when absent.", example = "2026-07-31") @QueryParam("date")
                    LocalDate date) {
        Actor actor = caller.actor();
        SheetVersion version = indicators.sheetVersion(id, actor.scope()).orElseThrow(Refusal::notFound);
        LocalDate today = Time.dayOf(caller.now());
        LocalDate day = date == null ? today : date;
        // lights change with the day even if nobody reports
        long beside =
                Integer.toUnsignedLong(Objects.hash(version.beside(), standings.shownOf(id, day, today), day, today));
        return answers.one(ETag.of(version.project(), beside), () -> state(id, day, today, actor));
    }

    private ProjectState state(UUID id, LocalDate day, LocalDate today, Actor actor) {
        var project = projects.row(id, actor.scope(), actor.language()).orElseThrow(Refusal::notFound);
        List<Fact> known = facts.of(plans.promises(null, id, actor.scope()), day, today);
        return ProjectState.of(project, known, ratings.of(id).orElse(null), day, actor.language());
    }
}
