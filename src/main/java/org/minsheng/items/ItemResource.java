package org.minsheng.items;

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
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.minsheng.http.Page;
import org.minsheng.http.Paging;
import org.minsheng.http.Refusal;
import org.minsheng.http.Replay;
import org.minsheng.ledger.past.AsOf;
import org.minsheng.projects.Projects;

@Path("/api/v1/items")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "items", description = "The counted things behind promises (点位).")
public class ItemResource {
    private final Caller caller;
    private final Items items;
    private final PastItems past;
    private final Projects projects;
    private final Registration registration;
    private final Answers answers;
    private final MergePatch patches;

    ItemResource(
            Caller caller,
            Items items,
            PastItems past,
            Projects projects,
            Registration registration,
            Answers answers,
            MergePatch patches) {
        this.caller = caller;
        this.items = items;
        this.past = past;
        this.projects = projects;
        this.registration = registration;
        this.answers = answers;
        this.patches = patches;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "listItems",
            summary = "Items, newest first",
            description =
                    "Accepted ones, and those the caller works on. Sort keys: id, name. With asOf, name a project or indicator.")
    @APIResponse(
            responseCode = "200",
            description = "A page.",
            content = @Content(schema = @Schema(implementation = ItemPage.class)))
    public Response list(@BeanParam @Valid ItemFilter filter, @BeanParam @Valid Paging paging, @BeanParam AsOf asOf) {
        Actor actor = caller.actor();
        if (asOf.isGiven())
            return answers.list(past.page(filter, paging, asOf.at(caller.now()), actor), paging, ItemView.class);
        Page<Item> page = items.page(filter, paging, actor);
        Set<UUID> led =
                projects.led(page.items().stream().map(i -> i.projectId).collect(Collectors.toSet()), actor.scope());
        return answers.list(page.map(i -> ItemView.of(i, led.contains(i.projectId), actor)), paging, ItemView.class);
    }

    @GET
    @Path("{id}")
    @Authenticated
    @Operation(operationId = "getItem", summary = "One item")
    @APIResponse(
            responseCode = "200",
            description = "The item.",
            content = @Content(schema = @Schema(implementation = ItemView.class)))
    public Response get(@PathParam("id") UUID id, @BeanParam AsOf asOf) {
        if (asOf.isGiven())
            return answers.whole(
                    past.view(id, asOf.at(caller.now()), caller.actor()).orElseThrow(Refusal::notFound));
        Item item = items.readable(id, caller.actor()).orElseThrow(Refusal::notFound);
        return answers.one(ETag.of(item.version()), () -> view(item));
    }

    @POST
    @RolesAllowed(Role.Names.REPORTER)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "registerItem",
            summary = "Register an item of one's own unit",
            description =
                    "What was finished before the promise's window, and what any promise or year has counted already, is refused.")
    @APIResponse(
            responseCode = "201",
            description = "The item.",
            content = @Content(schema = @Schema(implementation = ItemView.class)))
    public Response register(@NotNull @Valid NewItem wanted) {
        Actor actor = caller.actor();
        byte[] request = Replay.digest(wanted);
        Item item = wanted.id() == null ? null : items.known(wanted.id()).orElse(null);
        if (item == null) item = registration.register(wanted, request, actor, caller.now());
        else Replay.require(item.wasCreatedFrom(request) && actor.scope().mayWorkIn(item.unitPath()));
        return answers.created("/api/v1/items/" + item.id(), item.version(), view(item));
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Role.Names.REPORTER)
    @Transactional
    @Operation(operationId = "editItem", summary = "Edit an item that is not accepted")
    @RequestBody(
            content = @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = ItemText.class)))
    @APIResponse(
            responseCode = "200",
            description = "The item.",
            content = @Content(schema = @Schema(implementation = ItemView.class)))
    public Response edit(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, JsonNode patch) {
        Item item = own(id, ifMatch);
        registration.revise(item, patches.apply(item.text(), patch), caller.actor(), caller.now());
        return changed(item);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Role.Names.REPORTER)
    @Transactional
    @Operation(operationId = "deleteItem", summary = "Remove an item that is not accepted")
    @APIResponse(responseCode = "204", description = "Gone; the ledger keeps what it was.")
    public Response delete(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        registration.remove(own(id, ifMatch), caller.actor(), caller.now());
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/acceptance")
    @RolesAllowed(Role.Names.REVIEWER)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "acceptItem",
            summary = "Accept a finished item",
            description =
                    "By a reviewer of the promise's lead unit, never by who registered it. From then on it counts.")
    @APIResponse(
            responseCode = "200",
            description = "The item.",
            content = @Content(schema = @Schema(implementation = ItemView.class)))
    public Response accept(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        Item item = reviewed(id, ifMatch);
        registration.accept(item, caller.actor(), caller.now());
        return changed(item);
    }

    @POST
    @Path("{id}/rejection")
    @RolesAllowed(Role.Names.REVIEWER)
    @Idempotent
    @Transactional
    @Operation(operationId = "rejectItem", summary = "Refuse an item with a reason")
    @APIResponse(
            responseCode = "200",
            description = "The item.",
            content = @Content(schema = @Schema(implementation = ItemView.class)))
    public Response reject(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid Rejection why) {
        Item item = reviewed(id, ifMatch);
        registration.reject(item, why.reason(), caller.actor(), caller.now());
        return changed(item);
    }

    private Item own(UUID id, String ifMatch) {
        Item item = items.own(id, caller.scope()).orElseThrow(Refusal::notFound);
        ETag.require(ifMatch, item.version());
        return item;
    }

    private Item reviewed(UUID id, String ifMatch) {
        Item item = items.reviewed(id, caller.scope()).orElseThrow(Refusal::notFound);
        ETag.require(ifMatch, item.version());
        return item;
    }

    private Response changed(Item item) {
        return answers.changed(item.version(), view(item));
    }

    private ItemView view(Item item) {
        Actor actor = caller.actor();
        return ItemView.of(
                item, !projects.led(List.of(item.projectId), actor.scope()).isEmpty(), actor);
    }
}
