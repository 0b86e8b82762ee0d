package org.minsheng.units;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
import org.minsheng.http.Refusal;
import org.minsheng.http.Replay;
import org.minsheng.ledger.Ledger;
import org.minsheng.ledger.Reason;
import org.minsheng.time.Time;

@Path("/api/v1/units")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "units", description = "The tree of organisations.")
public class UnitResource {
    private final Caller caller;
    private final Units units;
    private final Answers answers;
    private final MergePatch patches;
    private final Ledger ledger;

    UnitResource(Caller caller, Units units, Answers answers, MergePatch patches, Ledger ledger) {
        this.caller = caller;
        this.units = units;
        this.answers = answers;
        this.patches = patches;
        this.ledger = ledger;
    }

    @POST
    @RolesAllowed(Role.Names.SYSTEM_ADMIN)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "createUnit",
            summary = "Enter a unit",
            description =
                    "Without parentId it is a new root government; only an administrator without a unit may make one.")
    @APIResponse(
            responseCode = "201",
            description = "The unit.",
            content = @Content(schema = @Schema(implementation = UnitView.class)))
    public Response create(@NotNull @Valid NewUnit wanted) {
        Actor actor = caller.actor();
        byte[] request = Replay.digest(wanted);
        if (wanted.id() != null) {
            Unit known = units.known(wanted.id()).orElse(null);
            if (known != null) return replay(known, request, actor);
        }
        Unit unit = new Unit(wanted, parent(wanted.parentId(), actor), request, Time.dayOf(caller.now()), caller.now());
        units.byCode(unit.governmentId(), unit.code()).ifPresent(other -> {
            throw Refusal.conflict("unit.code-taken", other.code()).at("/code");
        });
        units.store(unit);
        ledger.record(actor, "unit.created", unit);
        return answers.created("/api/v1/units/" + unit.id(), unit.version(), UnitView.of(unit, actor));
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Role.Names.SYSTEM_ADMIN)
    @Transactional
    @Operation(operationId = "editUnit", summary = "Correct a unit")
    @RequestBody(
            content = @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = UnitEdit.class)))
    @APIResponse(
            responseCode = "200",
            description = "The unit.",
            content = @Content(schema = @Schema(implementation = UnitView.class)))
    public Response edit(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, JsonNode patch) {
        Unit unit = forChange(id, ifMatch);
        unit.revise(patches.apply(UnitEdit.of(unit), patch), caller.now());
        return changed(unit, "unit.edited", Reason.NONE);
    }

    @POST
    @Path("{id}/renaming")
    @RolesAllowed(Role.Names.SYSTEM_ADMIN)
    @Idempotent
    @Transactional
    @Operation(operationId = "renameUnit", summary = "Give a unit a new name from a day on")
    @APIResponse(
            responseCode = "200",
            description = "The unit.",
            content = @Content(schema = @Schema(implementation = UnitView.class)))
    public Response rename(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid Renaming renaming) {
        Unit unit = forChange(id, ifMatch);
        LocalDate from = renaming.validFrom() != null ? renaming.validFrom() : Time.dayOf(caller.now());
        unit.renameFrom(renaming.name(), from, caller.now());
        units.changed(unit, from);
        return changed(unit, "unit.renamed", new Reason(null, renaming.documentNumber(), null));
    }

    @POST
    @Path("{id}/move")
    @RolesAllowed(Role.Names.SYSTEM_ADMIN)
    @Idempotent
    @Transactional
    @Operation(operationId = "moveUnit", summary = "Move a unit and everything below it")
    @APIResponse(
            responseCode = "200",
            description = "The unit.",
            content = @Content(schema = @Schema(implementation = UnitView.class)))
    public Response move(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid Move move) {
        Unit unit = forChange(id, ifMatch);
        String old = unit.path();
        LocalDate from = move.validFrom() != null ? move.validFrom() : Time.dayOf(caller.now());
        unit.moveUnder(parent(move.parentId(), caller.actor()), from, caller.now());
        List<Unit> all = new ArrayList<>(units.moved(old, unit, from, caller.now()));
        all.add(0, unit);
        ledger.record(caller.actor(), "unit.moved", all, new Reason(null, move.documentNumber(), null));
        return answers.changed(unit.version(), UnitView.of(unit, caller.actor()));
    }

    @POST
    @Path("{id}/closure")
    @RolesAllowed(Role.Names.SYSTEM_ADMIN)
    @Idempotent
    @Transactional
    @Operation(operationId = "closeUnit", summary = "End a unit; its history stays")
    @APIResponse(
            responseCode = "200",
            description = "The unit.",
            content = @Content(schema = @Schema(implementation = UnitView.class)))
    public Response close(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        Unit unit = forChange(id, ifMatch);
        unit.close(Time.dayOf(caller.now()), caller.now());
        units.closed(unit);
        return changed(unit, "unit.closed", Reason.NONE);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Role.Names.SYSTEM_ADMIN)
    @Transactional
    @Operation(
            operationId = "deleteUnit",
            summary = "Remove a unit entered by mistake",
            description =
                    "Refused with 409 as soon as anything names the unit; a unit that has ended is closed instead.")
    @APIResponse(responseCode = "204", description = "Gone; the ledger keeps what it was.")
    public Response delete(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        Unit unit = forChange(id, ifMatch);
        unit.touch(caller.now());
        ledger.record(caller.actor(), "unit.deleted", unit);
        units.delete(unit);
        return Response.noContent().build();
    }

    private Unit parent(UUID id, Actor actor) {
        if (id != null)
            return units.workable(id, actor.scope())
                    .orElseThrow(() -> Refusal.rule("unit.parent-unknown").at("/parentId"));
        if (actor.scope().isFenced()) throw Refusal.rule("unit.parent-required").at("/parentId");
        return null;
    }

    private Unit forChange(UUID id, String ifMatch) {
        Unit unit = units.workable(id, caller.scope()).orElseThrow(Refusal::notFound);
        ETag.require(ifMatch, unit.version());
        return unit;
    }

    private Response changed(Unit unit, String action, Reason reason) {
        ledger.record(caller.actor(), action, unit, reason);
        return answers.changed(unit.version(), UnitView.of(unit, caller.actor()));
    }

    private Response replay(Unit known, byte[] request, Actor actor) {
        Replay.require(known.wasCreatedFrom(request) && actor.scope().mayWorkIn(known.path()));
        return answers.created("/api/v1/units/" + known.id(), known.version(), UnitView.of(known, actor));
    }
}
