package org.minsheng.projects;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.minsheng.access.Actor;
import org.minsheng.access.Caller;
import org.minsheng.access.Role;
import org.minsheng.http.Answers;
import org.minsheng.http.ETag;
import org.minsheng.http.Idempotent;
import org.minsheng.http.MergePatch;
import org.minsheng.http.Paging;
import org.minsheng.http.Refusal;
import org.minsheng.http.Replay;
import org.minsheng.ledger.Ledger;
import org.minsheng.ledger.past.AsOf;
import org.minsheng.programmes.Programme;
import org.minsheng.programmes.Programmes;

@Path("/api/v1/projects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "projects", description = "The projects of the yearly lists.")
public class ProjectResource {
    private final Caller caller;
    private final Projects projects;
    private final PastProjects past;
    private final Programmes programmes;
    private final Parts parts;
    private final Answers answers;
    private final MergePatch patches;
    private final Ledger ledger;
    private final Event<ComponentsLeaving> components;

    ProjectResource(
            Caller caller,
            Projects projects,
            PastProjects past,
            Programmes programmes,
            Parts parts,
            Answers answers,
            MergePatch patches,
            Ledger ledger,
            Event<ComponentsLeaving> components) {
        this.caller = caller;
        this.projects = projects;
        this.past = past;
        this.programmes = programmes;
        this.parts = parts;
        this.answers = answers;
        this.patches = patches;
        this.ledger = ledger;
        this.components = components;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "listProjects",
            summary = "Projects, newest year first, in the notice's order",
            description = "Sort keys: year, ordinal, name, updatedAt.")
    @APIResponse(
            responseCode = "200",
            description = "A page.",
            content = @Content(schema = @Schema(implementation = ProjectPage.class)))
    public Response list(
            @BeanParam @Valid ProjectFilter filter, @BeanParam @Valid Paging paging, @BeanParam AsOf asOf) {
        if (asOf.isGiven())
            return answers.list(
                    past.page(filter, paging, asOf.at(caller.now()), caller.actor()), paging, ProjectRow.class);
        return answers.list(projects.page(filter, paging, caller.scope(), caller.language()), paging, ProjectRow.class);
    }

    @POST
    @RolesAllowed(Role.Names.SUPERVISOR)
    @Idempotent
    @Transactional
    @Operation(operationId = "createProject", summary = "Enter a project into a draft programme")
    @APIResponse(
            responseCode = "201",
            description = "The project.",
            content = @Content(schema = @Schema(implementation = ProjectView.class)))
    public Response create(@NotNull @Valid NewProject wanted) {
        Actor actor = caller.actor();
        byte[] request = Replay.digest(wanted);
        Project known = wanted.id() == null ? null : projects.known(wanted.id()).orElse(null);
        if (known != null) {
            Replay.require(known.wasCreatedFrom(request)
                    && known.unitPath().equals(actor.scope().government()));
            return created(known, actor);
        }
        Programme programme = programmes
                .managed(wanted.programmeId(), actor.scope())
                .orElseThrow(() -> Refusal.rule("project.unknown-programme").at("/programmeId"));
        Project project = new Project(
                wanted.id(), programme, wanted.text(), parts.of(wanted.text(), programme), request, caller.now());
        projects.store(project);
        ledger.record(actor, "project.created", project);
        return created(project, actor);
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Role.Names.SUPERVISOR)
    @Transactional
    @Operation(operationId = "editProject", summary = "Edit a project of a draft programme")
    @RequestBody(
            content = @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = ProjectText.class)))
    @APIResponse(
            responseCode = "200",
            description = "The project.",
            content = @Content(schema = @Schema(implementation = ProjectView.class)))
    public Response edit(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, JsonNode patch) {
        Project project = forChange(id, ifMatch);
        ProjectText text = patches.apply(project.text(), patch);
        Set<UUID> leaving = project.componentIds();
        project.revise(text, parts.of(text, project.programme), caller.now());
        leaving.removeAll(project.componentIds());
        if (!leaving.isEmpty()) components.fire(new ComponentsLeaving(id, leaving));
        ledger.record(caller.actor(), "project.edited", project);
        return answers.changed(project.version(), view(id, caller.actor()));
    }

    @PUT
    @Path("{id}/people")
    @RolesAllowed({Role.Names.SUPERVISOR, Role.Names.REVIEWER})
    @Transactional
    @Operation(
            operationId = "nameProjectPeople",
            summary = "Name contact person and leader in charge",
            description = "By the supervision office or a reviewer of a lead unit; also after publication.")
    @APIResponse(
            responseCode = "200",
            description = "The project.",
            content = @Content(schema = @Schema(implementation = ProjectView.class)))
    public Response people(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid People people) {
        Actor actor = caller.actor();
        Project project =
                projects.led(id, actor.scope(), actor.is(Role.SUPERVISOR)).orElseThrow(Refusal::notFound);
        ETag.require(ifMatch, project.version());
        project.answeredForBy(people, caller.now());
        ledger.record(actor, "project.people-named", project);
        return answers.changed(project.version(), view(id, actor));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Role.Names.SUPERVISOR)
    @Transactional
    @Operation(
            operationId = "deleteProject",
            summary = "Remove a project, still without indicators, from a draft programme")
    @APIResponse(responseCode = "204", description = "Gone; the ledger keeps what it was.")
    public Response delete(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        Project project = forChange(id, ifMatch);
        project.programme.requireDraft();
        project.touch(caller.now());
        ledger.record(caller.actor(), "project.deleted", project);
        projects.delete(project);
        return Response.noContent().build();
    }

    private Project forChange(UUID id, String ifMatch) {
        Project project = projects.managed(id, caller.scope()).orElseThrow(Refusal::notFound);
        programmes.managed(project.programme.id(), caller.scope()).orElseThrow(Refusal::notFound);
        ETag.require(ifMatch, project.version());
        return project;
    }

    private Response created(Project project, Actor actor) {
        return answers.created("/api/v1/projects/" + project.id(), project.version(), view(project.id(), actor));
    }

    private ProjectView view(UUID id, Actor actor) {
        return projects.view(id, actor).orElseThrow(Refusal::notFound);
    }
}
