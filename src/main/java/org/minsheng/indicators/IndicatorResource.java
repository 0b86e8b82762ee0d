package org.minsheng.indicators;

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
import org.minsheng.ledger.Reason;
import org.minsheng.ledger.past.AsOf;
import org.minsheng.programmes.Programmes;
import org.minsheng.projects.Project;
import org.minsheng.projects.Projects;

@Path("/api/v1/indicators")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "indicators", description = "The checkable promises.")
public class IndicatorResource {
    private final Caller caller;
    private final Indicators indicators;
    private final PastIndicators past;
    private final Projects projects;
    private final Programmes programmes;
    private final Answers answers;
    private final MergePatch patches;
    private final Ledger ledger;

    IndicatorResource(
            Caller caller,
            Indicators indicators,
            PastIndicators past,
            Projects projects,
            Programmes programmes,
            Answers answers,
            MergePatch patches,
            Ledger ledger) {
        this.caller = caller;
        this.indicators = indicators;
        this.past = past;
        this.projects = projects;
        this.programmes = programmes;
        this.answers = answers;
        this.patches = patches;
        this.ledger = ledger;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "listIndicators",
            summary = "Indicators in the notice's order",
            description = "Sort keys: year, project, ordinal, name, dueDate.")
    @APIResponse(
            responseCode = "200",
            description = "A page.",
            content = @Content(schema = @Schema(implementation = IndicatorPage.class)))
    public Response list(
            @BeanParam @Valid IndicatorFilter filter, @BeanParam @Valid Paging paging, @BeanParam AsOf asOf) {
        if (asOf.isGiven())
            return answers.list(
                    past.page(filter, paging, asOf.at(caller.now()), caller.actor()), paging, IndicatorView.class);
        return answers.list(
                indicators.page(filter, paging, caller.scope(), caller.language()), paging, IndicatorView.class);
    }

    @GET
    @Path("{id}")
    @Authenticated
    @Operation(operationId = "getIndicator", summary = "One indicator with its quote")
    @APIResponse(
            responseCode = "200",
            description = "The indicator.",
            content = @Content(schema = @Schema(implementation = IndicatorView.class)))
    public Response get(@PathParam("id") UUID id, @BeanParam AsOf asOf) {
        Actor actor = caller.actor();
        if (asOf.isGiven())
            return answers.whole(past.view(id, asOf.at(caller.now()), actor).orElseThrow(Refusal::notFound));
        int version = indicators.version(id, actor.scope()).orElseThrow(Refusal::notFound);
        return answers.one(
                ETag.of(version),
                () -> IndicatorView.of(
                        indicators.readable(id, actor.scope()).orElseThrow(Refusal::notFound), actor.language()));
    }

    @POST
    @RolesAllowed(Role.Names.SUPERVISOR)
    @Idempotent
    @Transactional
    @Operation(operationId = "createIndicator", summary = "Enter a promise into a project of a draft programme")
    @APIResponse(
            responseCode = "201",
            description = "The indicator.",
            content = @Content(schema = @Schema(implementation = IndicatorView.class)))
    public Response create(@NotNull @Valid NewIndicator wanted) {
        Actor actor = caller.actor();
        byte[] request = Replay.digest(wanted);
        Indicator known =
                wanted.id() == null ? null : indicators.known(wanted.id()).orElse(null);
        if (known != null) {
            Replay.require(known.wasCreatedFrom(request)
                    && known.unitPath().equals(actor.scope().government()));
            return created(known, actor);
        }
        Project project = projects.managed(wanted.projectId(), actor.scope())
                .orElseThrow(() -> Refusal.rule("indicator.unknown-project").at("/projectId"));
        programmes.managed(project.programme().id(), actor.scope()).orElseThrow(Refusal::notFound);
        Indicator indicator = new Indicator(wanted.id(), project, wanted.text(), request, caller.now());
        requireQuoted(indicator);
        indicators.store(indicator);
        ledger.record(actor, "indicator.created", indicator);
        return created(indicator, actor);
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Role.Names.SUPERVISOR)
    @Transactional
    @Operation(operationId = "editIndicator", summary = "Edit a promise of a draft programme")
    @RequestBody(
            content = @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = PromiseText.class)))
    @APIResponse(
            responseCode = "200",
            description = "The indicator.",
            content = @Content(schema = @Schema(implementation = IndicatorView.class)))
    public Response edit(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, JsonNode patch) {
        Indicator indicator = forChange(id, ifMatch);
        indicator.project.programme().requireDraft();
        indicator.revise(patches.apply(indicator.text(), patch), caller.now());
        requireQuoted(indicator);
        ledger.record(caller.actor(), "indicator.edited", indicator);
        return answers.changed(indicator.version(), IndicatorView.of(indicator, caller.language()));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Role.Names.SUPERVISOR)
    @Transactional
    @Operation(operationId = "deleteIndicator", summary = "Remove a promise from a draft programme")
    @APIResponse(responseCode = "204", description = "Gone; the ledger keeps what it was.")
    public Response delete(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        Indicator indicator = forChange(id, ifMatch);
        indicator.project.programme().requireDraft();
        indicator.touch(caller.now());
        ledger.record(caller.actor(), "indicator.deleted", indicator);
        indicators.delete(indicator);
        return Response.noContent().build();
    }

    @PUT
    @Path("{id}/baseline")
    @RolesAllowed(Role.Names.SUPERVISOR)
    @Transactional
    @Operation(
            operationId = "setBaseline",
            summary = "Fill in the level before the year",
            description = "For a STOCK; the notice gives none. Also after publication, because it changes no promise.")
    @APIResponse(
            responseCode = "200",
            description = "The indicator.",
            content = @Content(schema = @Schema(implementation = IndicatorView.class)))
    public Response baseline(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid Baseline wanted) {
        Indicator indicator = forChange(id, ifMatch);
        indicator.measuredFrom(wanted.baseline(), caller.now());
        Reason reason = new Reason(wanted.reason(), wanted.documentNumber(), null);
        ledger.record(caller.actor(), "indicator.baseline-set", indicator, reason);
        return answers.changed(indicator.version(), IndicatorView.of(indicator, caller.language()));
    }

    private void requireQuoted(Indicator indicator) {
        programmes
                .source(indicator.project.programme().id())
                .ifPresent(source -> indicator.requireQuoted(source.sourceText()));
    }

    private Indicator forChange(UUID id, String ifMatch) {
        Indicator indicator = indicators.managed(id, caller.scope()).orElseThrow(Refusal::notFound);
        programmes.managed(indicator.project.programme().id(), caller.scope()).orElseThrow(Refusal::notFound);
        ETag.require(ifMatch, indicator.version());
        return indicator;
    }

    private Response created(Indicator indicator, Actor actor) {
        return answers.created(
                "/api/v1/indicators/" + indicator.id(),
                indicator.version(),
                IndicatorView.of(indicator, actor.language()));
    }
}
