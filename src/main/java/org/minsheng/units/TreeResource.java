package org.minsheng.units;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.minsheng.access.Actor;
import org.minsheng.access.Caller;
import org.minsheng.http.Answers;
import org.minsheng.http.ETag;
import org.minsheng.http.Paging;
import org.minsheng.http.Refusal;
import org.minsheng.ledger.past.AsOf;

/** The tree for its readers, as it is or as it stood at an instant. */
@Path("/api/v1/units")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "units")
public class TreeResource {
    private final Caller caller;
    private final Units units;
    private final PastUnits past;
    private final Answers answers;

    TreeResource(Caller caller, Units units, PastUnits past, Answers answers) {
        this.caller = caller;
        this.units = units;
        this.past = past;
        this.answers = answers;
    }

    @GET
    @Authenticated
    @Operation(operationId = "listUnits", summary = "Units in tree order", description = "Sort keys: path, name, code.")
    @APIResponse(
            responseCode = "200",
            description = "A page.",
            content = @Content(schema = @Schema(implementation = UnitPage.class)))
    public Response list(@BeanParam @Valid UnitFilter filter, @BeanParam @Valid Paging paging, @BeanParam AsOf asOf) {
        if (asOf.isGiven())
            return answers.list(
                    past.page(filter, paging, asOf.at(caller.now()), caller.scope()), paging, UnitRow.class);
        return answers.list(units.page(filter, paging, caller.scope()), paging, UnitRow.class);
    }

    @GET
    @Path("{id}")
    @Authenticated
    @Operation(operationId = "getUnit", summary = "One unit")
    @APIResponse(
            responseCode = "200",
            description = "The unit.",
            content = @Content(schema = @Schema(implementation = UnitView.class)))
    public Response get(@PathParam("id") UUID id, @BeanParam AsOf asOf) {
        Actor actor = caller.actor();
        if (asOf.isGiven())
            return answers.whole(past.view(id, asOf.at(caller.now()), actor).orElseThrow(Refusal::notFound));
        int version = units.version(id, actor.scope()).orElseThrow(Refusal::notFound);
        return answers.one(
                ETag.of(version),
                () -> UnitView.of(units.readable(id, actor.scope()).orElseThrow(Refusal::notFound), actor));
    }

    @GET
    @Path("{id}/history")
    @Authenticated
    @Operation(operationId = "getUnitHistory", summary = "The names and places a unit had, oldest first")
    @APIResponse(
            responseCode = "200",
            description = "The time spans.",
            content = @Content(schema = @Schema(implementation = UnitSpans.class)))
    public Response history(@PathParam("id") UUID id) {
        units.readable(id, caller.scope()).orElseThrow(Refusal::notFound);
        return answers.whole(new UnitSpans(units.history(id)));
    }
}
