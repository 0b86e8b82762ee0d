package org.minsheng.programmes;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import org.minsheng.units.Unit;
import org.minsheng.units.Units;

@Path("/api/v1/programmes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "programmes", description = "Yearly lists of promises.")
public class ProgrammeResource {
    private final Caller caller;
    private final Programmes programmes;
    private final PastProgrammes past;
    private final Units units;
    private final Answers answers;
    private final MergePatch patches;
    private final Ledger ledger;
    private final Publication publication;

    ProgrammeResource(
            Caller caller,
            Programmes programmes,
            PastProgrammes past,
            Units units,
            Answers answers,
            MergePatch patches,
            Ledger ledger,
            Publication publication) {
        this.caller = caller;
        this.programmes = programmes;
        this.past = past;
        this.units = units;
        this.answers = answers;
        this.patches = patches;
        this.ledger = ledger;
        this.publication = publication;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "listProgrammes",
            summary = "Programmes, newest year first",
            description = "Sort keys: year, title.")
    @APIResponse(
            responseCode = "200",
            description = "A page.",
            content = @Content(schema = @Schema(implementation = ProgrammePage.class)))
    public Response list(
            @BeanParam @Valid ProgrammeFilter filter, @BeanParam @Valid Paging paging, @BeanParam AsOf asOf) {
        if (asOf.isGiven())
            return answers.list(
                    past.page(filter, paging, asOf.at(caller.now()), caller.actor()), paging, ProgrammeRow.class);
        return answers.list(programmes.page(filter, paging, caller.scope()), paging, ProgrammeRow.class);
    }

    @POST
    @RolesAllowed(Role.Names.SUPERVISOR)
    @Idempotent
    @Transactional
    @Operation(operationId = "createProgramme", summary = "Draft a programme of the caller's government")
    @APIResponse(
            responseCode = "201",
            description = "The draft.",
            content = @Content(schema = @Schema(implementation = ProgrammeView.class)))
    public Response create(@NotNull @Valid NewProgramme wanted) {
        Actor actor = caller.actor();
        byte[] request = Replay.digest(wanted);
        Programme known =
                wanted.id() == null ? null : programmes.known(wanted.id()).orElse(null);
        if (known != null) {
            Replay.require(known.wasCreatedFrom(request)
                    && known.government().path().equals(actor.scope().government()));
            return created(known, actor);
        }
        Unit government = units.governmentOf(actor.scope()).orElseThrow(() -> Refusal.rule("programme.no-government"));
        if (programmes.exists(government.id(), wanted.year()))
            throw Refusal.conflict("programme.year-taken", String.valueOf(wanted.year()))
                    .at("/year");
        Programme programme = new Programme(wanted, government, request, caller.now());
        programmes.store(programme);
        ledger.record(actor, "programme.created", programme);
        return created(programme, actor);
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Role.Names.SUPERVISOR)
    @Transactional
    @Operation(operationId = "editProgramme", summary = "Edit a draft programme")
    @RequestBody(
            content =
                    @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = ProgrammeEdit.class)))
    @APIResponse(
            responseCode = "200",
            description = "The draft.",
            content = @Content(schema = @Schema(implementation = ProgrammeView.class)))
    public Response edit(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, JsonNode patch) {
        Programme programme = forChange(id, ifMatch);
        programme.revise(patches.apply(ProgrammeEdit.of(programme), patch), caller.now());
        return changed(programme, "programme.edited");
    }

    @POST
    @Path("{id}/publication")
    @RolesAllowed(Role.Names.SUPERVISOR)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "publishProgramme",
            summary = "Publish: freeze projects, indicators and the members of groups",
            description =
                    "Every project needs a lead unit and an indicator. Afterwards only change orders change a promise.")
    @APIResponse(
            responseCode = "200",
            description = "The programme.",
            content = @Content(schema = @Schema(implementation = ProgrammeView.class)))
    public Response publish(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        Programme programme = forChange(id, ifMatch);
        publication.publish(programme, caller.actor(), caller.now());
        return answers.changed(programme.version(), ProgrammeView.of(programme, caller.actor()));
    }

    @POST
    @Path("{id}/closure")
    @RolesAllowed(Role.Names.SUPERVISOR)
    @Idempotent
    @Transactional
    @Operation(operationId = "closeProgramme", summary = "Close the year")
    @APIResponse(
            responseCode = "200",
            description = "The programme.",
            content = @Content(schema = @Schema(implementation = ProgrammeView.class)))
    public Response close(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        Programme programme = forChange(id, ifMatch);
        programme.close(caller.now());
        return changed(programme, "programme.closed");
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Role.Names.SUPERVISOR)
    @Transactional
    @Operation(
            operationId = "deleteProgramme",
            summary = "Remove a draft with everything in it",
            description = "Only a draft; the ledger keeps what it was.")
    @APIResponse(responseCode = "204", description = "Gone; the ledger keeps what it was.")
    public Response delete(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        publication.remove(forChange(id, ifMatch), caller.actor(), caller.now());
        return Response.noContent().build();
    }

    private Programme forChange(UUID id, String ifMatch) {
        Programme programme = programmes.managed(id, caller.scope()).orElseThrow(Refusal::notFound);
        ETag.require(ifMatch, programme.version());
        return programme;
    }

    private Response changed(Programme programme, String action) {
        ledger.record(caller.actor(), action, programme);
        return answers.changed(programme.version(), ProgrammeView.of(programme, caller.actor()));
    }

    private Response created(Programme programme, Actor actor) {
        return answers.created(
                "/api/v1/programmes/" + programme.id(), programme.version(), ProgrammeView.of(programme, actor));
    }
}
