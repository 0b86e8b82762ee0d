package org.minsheng.units;

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
import jakarta.ws.rs.PUT;
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
import org.minsheng.http.Paging;
import org.minsheng.http.Refusal;
import org.minsheng.http.Replay;
import org.minsheng.ledger.Ledger;
import org.minsheng.ledger.past.AsOf;
import org.minsheng.time.Time;

@Path("/api/v1/unit-groups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "unit-groups", description = "Dated groups of units, such as all towns and subdistricts (各镇街).")
public class UnitGroupResource {
    private final Caller caller;
    private final UnitGroups groups;
    private final PastUnitGroups past;
    private final Units units;
    private final Answers answers;
    private final MergePatch patches;
    private final Ledger ledger;

    UnitGroupResource(
            Caller caller,
            UnitGroups groups,
            PastUnitGroups past,
            Units units,
            Answers answers,
            MergePatch patches,
            Ledger ledger) {
        this.caller = caller;
        this.groups = groups;
        this.past = past;
        this.units = units;
        this.answers = answers;
        this.patches = patches;
        this.ledger = ledger;
    }

    @GET
    @Authenticated
    @Operation(operationId = "listUnitGroups", summary = "Groups of units", description = "Sort keys: code, name.")
    @APIResponse(
            responseCode = "200",
            description = "A page.",
            content = @Content(schema = @Schema(implementation = UnitGroupPage.class)))
    public Response list(
            @BeanParam @Valid UnitGroupFilter filter, @BeanParam @Valid Paging paging, @BeanParam AsOf asOf) {
        if (asOf.isGiven())
            return answers.list(
                    past.page(filter, paging, asOf.at(caller.now()), caller.scope()), paging, UnitGroupRow.class);
        return answers.list(groups.page(filter, paging, caller.scope()), paging, UnitGroupRow.class);
    }

    @GET
    @Path("{id}")
    @Authenticated
    @Operation(operationId = "getUnitGroup", summary = "One group with its dated members")
    @APIResponse(
            responseCode = "200",
            description = "The group.",
            content = @Content(schema = @Schema(implementation = UnitGroupView.class)))
    public Response get(@PathParam("id") UUID id, @BeanParam AsOf asOf) {
        Actor actor = caller.actor();
        if (asOf.isGiven())
            return answers.whole(past.view(id, asOf.at(caller.now()), actor).orElseThrow(Refusal::notFound));
        int version = groups.version(id, actor.scope()).orElseThrow(Refusal::notFound);
        return answers.one(
                ETag.of(version), () -> view(groups.readable(id, actor.scope()).orElseThrow(Refusal::notFound), actor));
    }

    @POST
    @RolesAllowed(Role.Names.SYSTEM_ADMIN)
    @Idempotent
    @Transactional
    @Operation(operationId = "createUnitGroup", summary = "Enter a group of units")
    @APIResponse(
            responseCode = "201",
            description = "The group.",
            content = @Content(schema = @Schema(implementation = UnitGroupView.class)))
    public Response create(@NotNull @Valid NewUnitGroup wanted) {
        Actor actor = caller.actor();
        byte[] request = Replay.digest(wanted);
        UnitGroup known = wanted.id() == null ? null : groups.known(wanted.id()).orElse(null);
        if (known != null) {
            Replay.require(known.wasCreatedFrom(request) && actor.scope().mayWorkIn(known.unitPath()));
            return created(known, actor);
        }
        Unit government = units.workable(wanted.governmentId(), actor.scope())
                .filter(Unit::isGovernment)
                .orElseThrow(() -> Refusal.rule("unit-group.no-such-government").at("/governmentId"));
        UnitGroup group = new UnitGroup(wanted, government, request, caller.now());
        if (wanted.members() != null) replace(group, wanted.members());
        groups.store(group);
        ledger.record(actor, "unit-group.created", group);
        return created(group, actor);
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Role.Names.SYSTEM_ADMIN)
    @Transactional
    @Operation(operationId = "editUnitGroup", summary = "Correct a group's code, name or note")
    @RequestBody(
            content =
                    @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = UnitGroupEdit.class)))
    @APIResponse(
            responseCode = "200",
            description = "The group.",
            content = @Content(schema = @Schema(implementation = UnitGroupView.class)))
    public Response edit(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, JsonNode patch) {
        UnitGroup group = forChange(id, ifMatch);
        group.revise(patches.apply(UnitGroupEdit.of(group), patch), caller.now());
        return changed(group, "unit-group.edited");
    }

    @PUT
    @Path("{id}/members")
    @RolesAllowed(Role.Names.SYSTEM_ADMIN)
    @Transactional
    @Operation(
            operationId = "replaceUnitGroupMembers",
            summary = "Say who belongs to a group and on which days",
            description = "Published programmes keep the members they were published with.")
    @APIResponse(
            responseCode = "200",
            description = "The group.",
            content = @Content(schema = @Schema(implementation = UnitGroupView.class)))
    public Response members(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid Memberships wanted) {
        UnitGroup group = forChange(id, ifMatch);
        replace(group, wanted.members());
        return changed(group, "unit-group.members-replaced");
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Role.Names.SYSTEM_ADMIN)
    @Transactional
    @Operation(operationId = "deleteUnitGroup", summary = "Remove a group that no project names")
    @APIResponse(responseCode = "204", description = "Gone; the ledger keeps what it was.")
    public Response delete(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        UnitGroup group = forChange(id, ifMatch);
        group.touch(caller.now());
        ledger.record(caller.actor(), "unit-group.deleted", group);
        groups.delete(group);
        return Response.noContent().build();
    }

    private void replace(UnitGroup group, List<Memberships.Membership> wanted) {
        Set<UUID> members = wanted.stream().map(Memberships.Membership::unitId).collect(Collectors.toSet());
        if (groups.inside(group.governmentId(), members) < members.size())
            throw Refusal.rule("unit-group.unknown-unit").at("/members");
        group.replaceMembers(wanted, Time.dayOf(caller.now()), caller.now());
    }

    private UnitGroup forChange(UUID id, String ifMatch) {
        UnitGroup group = groups.workable(id, caller.scope()).orElseThrow(Refusal::notFound);
        ETag.require(ifMatch, group.version());
        return group;
    }

    private Response changed(UnitGroup group, String action) {
        ledger.record(caller.actor(), action, group);
        return answers.changed(group.version(), view(group, caller.actor()));
    }

    private Response created(UnitGroup group, Actor actor) {
        return answers.created("/api/v1/unit-groups/" + group.id(), group.version(), view(group, actor));
    }

    private UnitGroupView view(UnitGroup group, Actor actor) {
        return UnitGroupView.of(group, groups.members(group.id()), actor);
    }
}
