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
import java.util.List;
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
import org.minsheng.ledger.Ledger;
import org.minsheng.ledger.Reason;
import org.minsheng.projects.Projects;

@Path("/api/v1/indicators/{id}/trajectory")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "indicators")
public class TrajectoryResource {
    private final Caller caller;
    private final Indicators indicators;
    private final Projects projects;
    private final Plans plans;
    private final Answers answers;
    private final Ledger ledger;

    TrajectoryResource(
            Caller caller, Indicators indicators, Projects projects, Plans plans, Answers answers, Ledger ledger) {
        this.caller = caller;
        this.indicators = indicators;
        this.projects = projects;
        this.plans = plans;
        this.answers = answers;
        this.ledger = ledger;
    }

    @GET
    @Authenticated
    @Operation(operationId = "getTrajectory", summary = "The planned curve of a promise")
    @APIResponse(
            responseCode = "200",
            description = "The curve.",
            content = @Content(schema = @Schema(implementation = TrajectoryView.class)))
    public Response get(@PathParam("id") UUID id) {
        Indicator indicator = indicators.readable(id, caller.scope()).orElseThrow(Refusal::notFound);
        return answers.one(ETag.of(indicator.version()), () -> view(indicator));
    }

    @PUT
    @RolesAllowed({Role.Names.SUPERVISOR, Role.Names.REVIEWER})
    @Transactional
    @Operation(
            operationId = "setTrajectory",
            summary = "Give a promise its planned curve",
            description =
                    "By the supervision office or a reviewer of a lead unit; no points mean the usual line again.")
    @APIResponse(
            responseCode = "200",
            description = "The curve.",
            content = @Content(schema = @Schema(implementation = TrajectoryView.class)))
    public Response put(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid TrajectoryText wanted) {
        Actor actor = caller.actor();
        Indicator indicator = indicators.readable(id, actor.scope()).orElseThrow(Refusal::notFound);
        projects.led(indicator.projectId, actor.scope(), actor.is(Role.SUPERVISOR))
                .orElseThrow(Refusal::notFound);
        ETag.require(ifMatch, indicator.version());
        List<Trajectory.Point> points = wanted.asPoints();
        Trajectory.fault(indicator.windowStart, indicator.windowEnd, points).ifPresent(fault -> {
            throw Refusal.rule(fault.code()).at("/points/" + fault.point());
        });
        plans.replace(indicator, points);
        indicator.touch(caller.now());
        ledger.record(actor, "indicator.planned", List.of(new Replanned(indicator, "trajectory", points)), Reason.NONE);
        return answers.changed(indicator.version(), view(indicator));
    }

    private TrajectoryView view(Indicator indicator) {
        return TrajectoryView.of(
                indicator, plans.trajectories(List.of(indicator)).get(indicator.id()));
    }
}
