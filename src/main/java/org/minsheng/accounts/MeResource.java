package org.minsheng.accounts;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.minsheng.access.Actor;
import org.minsheng.access.Caller;
import org.minsheng.access.ForPeople;
import org.minsheng.http.Refusal;

@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "auth")
@ForPeople
public class MeResource {
    private final Caller caller;
    private final Accounts accounts;
    private final Duties duties;

    MeResource(Caller caller, Accounts accounts, Duties duties) {
        this.caller = caller;
        this.accounts = accounts;
        this.duties = duties;
    }

    @GET
    @Authenticated
    @DespiteDuty
    @Operation(
            operationId = "getMe",
            summary = "The caller's own account",
            description = "Roles and scope of this moment, at most 5 s old.")
    @APIResponse(
            responseCode = "200",
            description = "The account.",
            content = @Content(schema = @Schema(implementation = MeView.class)))
    public Response me() {
        Actor actor = caller.actor();
        Account account = accounts.active(actor.account()).orElseThrow(Refusal::notFound);
        return Response.ok(MeView.of(account, duties.of(account, actor.session(), caller.now()), actor))
                .header("Cache-Control", "no-store")
                .build();
    }
}
