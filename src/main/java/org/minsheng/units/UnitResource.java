package org.minsheng.units;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import org.minsheng.http.CursorSeal;
import org.minsheng.http.ETag;
import org.minsheng.http.Idempotent;
import org.minsheng.http.Keyset;
import org.minsheng.http.MergePatch;
import org.minsheng.http.Page;
import org.minsheng.http.Paging;
import org.minsheng.http.Refusal;
import org.minsheng.http.Replay;
import org.minsheng.http.SortKey;
import org.minsheng.ledger.Ledger;
import org.minsheng.ledger.Reason;
import org.minsheng.time.Time;

@Path("/api/v1/units")
@Tag(name = "units", description = "The tree of organisations.")
public class UnitResource {
    private final Caller caller;
    private final Units units;
    private final Answers answers;
    private final MergePatch patches;
    private final Ledger ledger;
    private final EntityManager database;
    private final CursorSeal seal;

    UnitResource(
            Caller caller,
            Units units,
            Answers answers,
            MergePatch patches,
            Ledger ledger,
            EntityManager database,
            CursorSeal seal) {
        this.caller = caller;
        this.units = units;
        this.answers = answers;
        this.patches = patches;
        this.ledger = ledger;
        this.database = database;
        this.seal = seal;
    }

    @GET
    @Authenticated
    @Operation(operationId = "listUnits", summary = "Units in tree order", description = "Sort keys: path, name, code.")
    @APIResponse(
            responseCode = "200",
            description = "A page.",
            content = @Content(schema = @Schema(implementation = UnitPage.class)))
    public Response list(@BeanParam @Valid UnitFilter filter, @BeanParam @Valid Paging paging) {
        Page<UnitRow> page = Keyset.of(
                        "units",
                        UnitRow.class,
                        "from Unit u",
                        "new org.minsheng.units.UnitRow(u.id, u.parent.id, u.code, u.type, u.name, u.validFrom, u.validTo)")
                .sorted(
                        "path",
                        "u.id",
                        SortKey.of("path", "u.path", String.class),
                        SortKey.of("name", "u.name", String.class),
                        SortKey.of("code", "u.code", String.class))
                .where("u.path like :reading", "reading", caller.scope().reading())
                .given(filter.type(), "u.type = :type", "type")
                .given(filter.parent(), "u.parent.id = :parent", "parent")
                .given(filter.code(), "u.code = :code", "code")
                .given(org.minsheng.db.Folding.like(filter.q()), "u.folded like :q escape '!'", "q")
                .read(database, paging, seal);
        return answers.list(page, paging);
    }

    @GET
    @Path("{id}")
    @Authenticated
    @Operation(operationId = "getUnit", summary = "One unit")
    @APIResponse(
            responseCode = "200",
            description = "The unit.",
            content = @Content(schema = @Schema(implementation = UnitView.class)))
    public Response get(@PathParam("id") UUID id) {
        Actor actor = caller.actor();
        int version = units.version(id, actor.scope()).orElseThrow(Refusal::notFound);
        return answers.one(
                ETag.of(version),
                () -> UnitView.of(units.readable(id, actor.scope()).orElseThrow(Refusal::notFound), actor));
    }

    @GET
    @Path("{id}/names")
    @Authenticated
    @Operation(operationId = "listUnitNames", summary = "The names a unit had, oldest first")
    @APIResponse(
            responseCode = "200",
            description = "The names.",
            content = @Content(schema = @Schema(implementation = UnitNames.class)))
    public Response names(@PathParam("id") UUID id) {
        units.readable(id, caller.scope()).orElseThrow(Refusal::notFound);
        return answers.whole(new UnitNames(units.names(id)));
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
        units.renamed(unit, from);
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
        unit.moveUnder(parent(move.parentId(), caller.actor()), caller.now());
        List<Unit> all = new ArrayList<>(units.moved(old, unit, caller.now()));
        all.add(0, unit);
        ledger.record(caller.actor(), "unit.moved", all, Reason.NONE);
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
        return changed(unit, "unit.closed", Reason.NONE);
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
