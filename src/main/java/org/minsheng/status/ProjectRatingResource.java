package org.minsheng.status;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
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
import org.minsheng.projects.Project;
import org.minsheng.projects.Projects;

@Path("/api/v1/projects/{id}/rating")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "status")
public class ProjectRatingResource {
    private final Caller caller;
    private final Projects projects;
    private final Ratings ratings;
    private final Answers answers;

    ProjectRatingResource(Caller caller, Projects projects, Ratings ratings, Answers answers) {
        this.caller = caller;
        this.projects = projects;
        this.ratings = ratings;
        this.answers = answers;
    }

    @GET
    @Authenticated
    @Operation(operationId = "getProjectRating", summary = "What the supervision office thinks of a project")
    @APIResponse(
            responseCode = "200",
            description = "The rating, empty where there is none; also an expired one.",
            content = @Content(schema = @Schema(implementation = RatingView.class)))
    public Response get(@PathParam("id") UUID id) {
        projects.row(id, caller.scope(), caller.actor().language()).orElseThrow(Refusal::notFound);
        Rating rating = ratings.of(id).orElse(null);
        return answers.one(
                ETag.of(rating == null ? 0 : rating.version()),
                () -> RatingView.of(rating, caller.actor().language()));
    }

    @PUT
    @RolesAllowed(Role.Names.SUPERVISOR)
    @Transactional
    @Operation(
            operationId = "rateProject",
            summary = "Give a project a light beside the computed one",
            description = "Shown until it expires; the computed status stays what it is.")
    @APIResponse(
            responseCode = "200",
            description = "The rating.",
            content = @Content(schema = @Schema(implementation = RatingView.class)))
    public Response put(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid RatingText wanted) {
        Project project = project(id);
        Rating rating = ratings.rate(id, project, ifMatch, wanted, caller.actor(), caller.now());
        return answers.changed(
                rating.version(), RatingView.of(rating, caller.actor().language()));
    }

    @DELETE
    @RolesAllowed(Role.Names.SUPERVISOR)
    @Transactional
    @Operation(operationId = "withdrawProjectRating", summary = "Take a rating back")
    @APIResponse(responseCode = "204", description = "Withdrawn; the ledger keeps what it was.")
    public Response delete(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        Project project = project(id);
        ratings.withdraw(id, project, ifMatch, caller.actor(), caller.now());
        return Response.noContent().build();
    }

    private Project project(UUID id) {
        return projects.managed(id, caller.scope()).orElseThrow(Refusal::notFound);
    }
}
