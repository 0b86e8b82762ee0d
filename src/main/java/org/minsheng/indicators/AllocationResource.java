package org.minsheng.indicators;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.minsheng.access.Actor;
import org.minsheng.access.Caller;
import org.minsheng.access.Role;
import org.minsheng.http.Answers;
import org.minsheng.http.ETag;
import org.minsheng.http.Refusal;
import org.minsheng.http.Refusal.FieldError;
import org.minsheng.ledger.Ledger;
import org.minsheng.ledger.Reason;
import org.minsheng.projects.Projects;
import org.minsheng.units.Units;

@Path("/api/v1/indicators/{id}/allocations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "indicators")
public class AllocationResource {
    private final Caller caller;
    private final Indicators indicators;
    private final Projects projects;
    private final Units units;
    private final Allocations allocations;
    private final Answers answers;
    private final Ledger ledger;

    AllocationResource(
            Caller caller,
            Indicators indicators,
            Projects projects,
            Units units,
            Allocations allocations,
            Answers answers,
            Ledger ledger) {
        this.caller = caller;
        this.indicators = indicators;
        this.projects = projects;
        this.units = units;
        this.allocations = allocations;
        this.answers = answers;
        this.ledger = ledger;
    }

    @GET
    @Authenticated
    @Operation(operationId = "getAllocations", summary = "How a target is split over units")
    @APIResponse(
            responseCode = "200",
            description = "The split.",
            content = @Content(schema = @Schema(implementation = AllocationView.class)))
    public Response get(@PathParam("id") UUID id) {
        Indicator indicator = indicators.readable(id, caller.scope()).orElseThrow(Refusal::notFound);
        return answers.one(ETag.of(indicator.version()), () -> AllocationView.of(indicator, allocations.of(indicator)));
    }

    @PUT
    @RolesAllowed({Role.Names.SUPERVISOR, Role.Names.REVIEWER})
    @Transactional
    @Operation(
            operationId = "setAllocations",
            summary = "Split a target over units",
            description =
                    "By the supervision office or a reviewer of a lead unit, for amounts that add up over units. The parts need not fit: the answer says what is left over or too much.")
    @APIResponse(
            responseCode = "200",
            description = "The split.",
            content = @Content(schema = @Schema(implementation = AllocationView.class)))
    public Response put(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid AllocationText wanted) {
        Actor actor = caller.actor();
        Indicator indicator = indicators.readable(id, actor.scope()).orElseThrow(Refusal::notFound);
        projects.led(indicator.projectId, actor.scope(), actor.is(Role.SUPERVISOR))
                .orElseThrow(Refusal::notFound);
        ETag.require(ifMatch, indicator.version());
        indicator.requireAddsAmounts();
        requireUnits(wanted.items(), actor);
        allocations.replace(indicator, wanted.items());
        indicator.touch(caller.now());
        ledger.record(
                actor,
                "indicator.allocated",
                List.of(new Replanned(indicator, "allocations", wanted.items())),
                Reason.NONE);
        return answers.changed(indicator.version(), AllocationView.of(indicator, allocations.of(indicator)));
    }

    private void requireUnits(List<AllocationText.AllocatedPart> parts, Actor actor) {
        List<FieldError> errors = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < parts.size(); i++) {
            UUID unit = parts.get(i).unitId();
            String pointer = "/items/" + i + "/unitId";
            if (!seen.add(unit)) errors.add(FieldError.of(pointer, "allocation.unit-twice"));
            else if (units.readable(unit, actor.scope()).isEmpty())
                errors.add(FieldError.of(pointer, "allocation.unknown-unit"));
        }
        if (!errors.isEmpty()) throw Refusal.rules(errors);
    }
}
