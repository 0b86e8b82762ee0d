package org.minsheng.programmes;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.minsheng.access.Caller;
import org.minsheng.access.Role;
import org.minsheng.http.Answers;
import org.minsheng.http.Idempotent;
import org.minsheng.http.Refusal;
import org.minsheng.http.Replay;
import org.minsheng.ledger.past.AsOf;

@Path("/api/v1/programmes/{id}/change-orders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "programmes")
public class ChangeOrderResource {
    private final Caller caller;
    private final Programmes programmes;
    private final PastProgrammes past;
    private final Answers answers;
    private final Changes changes;

    ChangeOrderResource(Caller caller, Programmes programmes, PastProgrammes past, Answers answers, Changes changes) {
        this.caller = caller;
        this.programmes = programmes;
        this.past = past;
        this.answers = answers;
        this.changes = changes;
    }

    @GET
    @Authenticated
    @Operation(operationId = "listChangeOrders", summary = "Change orders of a programme, oldest first")
    @APIResponse(
            responseCode = "200",
            description = "The orders.",
            content = @Content(schema = @Schema(implementation = ChangeOrderPage.class)))
    public Response list(
            @PathParam("id") UUID id,
            @Parameter(description = "Only of this project or indicator.") @QueryParam("subject") UUID subject,
            @BeanParam AsOf asOf) {
        if (asOf.isGiven())
            return answers.whole(
                    new ChangeOrderPage(past.changeOrders(id, subject, asOf.at(caller.now()), caller.actor())
                            .orElseThrow(Refusal::notFound)));
        programmes.readable(id, caller.scope()).orElseThrow(Refusal::notFound);
        return answers.whole(new ChangeOrderPage(programmes.changeOrders(id, subject)));
    }

    @POST
    @RolesAllowed(Role.Names.SUPERVISOR)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "orderChange",
            summary = "Change a published promise",
            description =
                    "Changes a target, or pauses, resumes or drops a project or indicator; the old value stays readable.")
    @APIResponse(
            responseCode = "201",
            description = "The order, applied.",
            content = @Content(schema = @Schema(implementation = ChangeOrderView.class)))
    public Response order(@PathParam("id") UUID id, @NotNull @Valid NewChangeOrder wanted) {
        Programme programme = programmes.managed(id, caller.scope()).orElseThrow(Refusal::notFound);
        ChangeOrder order = changes.order(programme, wanted, Replay.digest(wanted), caller.actor(), caller.now());
        String path = "/api/v1/programmes/" + id + "/change-orders/" + order.id();
        return answers.created(path, order.version(), ChangeOrderView.of(order));
    }
}
