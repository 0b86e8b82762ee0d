package org.minsheng.progress;

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

@Path("/api/v1/progress-entries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "progress-entries", description = "What units report on promises, and its review.")
public class ProgressEntryResource {
    private final Caller caller;
    private final ProgressEntries entries;
    private final PastEntries past;
    private final EntryAnswers views;
    private final Reporting reporting;
    private final Answers answers;
    private final MergePatch patches;
    private final Ledger ledger;

    ProgressEntryResource(
            Caller caller,
            ProgressEntries entries,
            PastEntries past,
            EntryAnswers views,
            Reporting reporting,
            Answers answers,
            MergePatch patches,
            Ledger ledger) {
        this.caller = caller;
        this.entries = entries;
        this.past = past;
        this.views = views;
        this.reporting = reporting;
        this.answers = answers;
        this.patches = patches;
        this.ledger = ledger;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "listProgressEntries",
            summary = "Progress entries, newest period first",
            description =
                    "Approved ones, and the working data the caller may see. Sort keys: period, updatedAt. With asOf, name a project, indicator or programme.")
    @APIResponse(
            responseCode = "200",
            description = "A page.",
            content = @Content(schema = @Schema(implementation = ProgressEntryPage.class)))
    public Response list(
            @BeanParam @Valid ProgressEntryFilter filter, @BeanParam @Valid Paging paging, @BeanParam AsOf asOf) {
        Actor actor = caller.actor();
        if (asOf.isGiven())
            return answers.list(
                    past.page(filter, paging, asOf.at(caller.now()), actor), paging, ProgressEntryView.class);
        return answers.list(views.of(entries.page(filter, paging, actor), actor), paging, ProgressEntryView.class);
    }

    @GET
    @Path("{id}")
    @Authenticated
    @Operation(operationId = "getProgressEntry", summary = "One progress entry")
    @APIResponse(
            responseCode = "200",
            description = "The entry.",
            content = @Content(schema = @Schema(implementation = ProgressEntryView.class)))
    public Response get(@PathParam("id") UUID id, @BeanParam AsOf asOf) {
        Actor actor = caller.actor();
        if (asOf.isGiven())
            return answers.whole(past.view(id, asOf.at(caller.now()), actor).orElseThrow(Refusal::notFound));
        int version = entries.version(id, actor).orElseThrow(Refusal::notFound);
        return answers.one(
                ETag.of(version), () -> views.of(entries.readable(id, actor).orElseThrow(Refusal::notFound), actor));
    }

    @POST
    @RolesAllowed(Role.Names.REPORTER)
    @Idempotent
    @Transactional
    @Operation(operationId = "draftProgressEntry", summary = "Draft an entry for one's own unit")
    @APIResponse(
            responseCode = "201",
            description = "The draft.",
            content = @Content(schema = @Schema(implementation = ProgressEntryView.class)))
    public Response draft(@NotNull @Valid NewProgressEntry wanted) {
        Actor actor = caller.actor();
        byte[] request = Replay.digest(wanted);
        ProgressEntry entry =
                wanted.id() == null ? null : entries.known(wanted.id()).orElse(null);
        if (entry == null) entry = reporting.draft(wanted, request, actor, caller.now());
        else Replay.require(entry.wasCreatedFrom(request) && actor.scope().mayWorkIn(entry.unitPath()));
        return created(entry, actor);
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Role.Names.REPORTER)
    @Transactional
    @Operation(operationId = "editProgressEntry", summary = "Edit a draft or returned entry")
    @RequestBody(
            content = @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = EntryText.class)))
    @APIResponse(
            responseCode = "200",
            description = "The entry.",
            content = @Content(schema = @Schema(implementation = ProgressEntryView.class)))
    public Response edit(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, JsonNode patch) {
        ProgressEntry entry = own(id, ifMatch);
        entry.revise(patches.apply(entry.text(), patch), caller.now());
        ledger.record(caller.actor(), "progress.edited", entry);
        return answers.changed(entry.version(), views.of(entry, caller.actor()));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Role.Names.REPORTER)
    @Transactional
    @Operation(operationId = "deleteProgressEntry", summary = "Remove a draft or returned entry")
    @APIResponse(responseCode = "204", description = "Gone; the ledger keeps what it was.")
    public Response delete(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        ProgressEntry entry = own(id, ifMatch);
        entry.requireInHand();
        entry.touch(caller.now());
        ledger.record(caller.actor(), "progress.deleted", entry);
        entries.delete(entry);
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/correction")
    @RolesAllowed(Role.Names.REPORTER)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "correctProgressEntry",
            summary = "Draft a correction of an approved entry",
            description =
                    "Also after the period is closed; both stay readable, the new one counts once it is approved.")
    @APIResponse(
            responseCode = "201",
            description = "The correction, a draft.",
            content = @Content(schema = @Schema(implementation = ProgressEntryView.class)))
    public Response correct(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid Correction wanted) {
        Actor actor = caller.actor();
        ProgressEntry approved = own(id, ifMatch);
        return created(reporting.correct(approved, wanted, Replay.digest(wanted), actor, caller.now()), actor);
    }

    private ProgressEntry own(UUID id, String ifMatch) {
        ProgressEntry entry = entries.own(id, caller.scope()).orElseThrow(Refusal::notFound);
        ETag.require(ifMatch, entry.version());
        return entry;
    }

    private Response created(ProgressEntry entry, Actor actor) {
        return answers.created("/api/v1/progress-entries/" + entry.id(), entry.version(), views.of(entry, actor));
    }
}
