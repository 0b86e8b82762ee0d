package org.minsheng.accounts;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.minsheng.access.Caller;

@Path("/api/v1/auth/bootstrap")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "auth")
public class BootstrapResource {
    private final Caller caller;
    private final Bootstrap bootstrap;

    BootstrapResource(Caller caller, Bootstrap bootstrap) {
        this.caller = caller;
        this.bootstrap = bootstrap;
    }

    @POST
    @PermitAll
    @SecurityRequirements
    @Operation(
            operationId = "bootstrap",
            summary = "Open one of the first three administrators' accounts",
            description =
                    "Only with the secret that the first start prints, within 24 hours, once for each of the three roles (三员分立). Afterwards, and with a wrong secret: 401.")
    @APIResponse(responseCode = "204", description = "Opened; sign in.")
    public Response open(@NotNull @Valid FirstAdministrator wanted) {
        bootstrap.open(wanted, caller.now());
        return Response.noContent().header("Cache-Control", "no-store").build();
    }
}
