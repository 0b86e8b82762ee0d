package org.minsheng.clients;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.minsheng.access.Caller;
import org.minsheng.access.Machine;
import org.minsheng.accounts.SecurityLog;
import org.minsheng.accounts.Tokens;
import org.minsheng.http.Lasting;
import org.minsheng.http.Refusal;

@Path("/api/v1/auth/token")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "auth")
public class ClientTokenResource {
    private static final String GRANT = "client_credentials";

    private final Caller caller;
    private final Clients clients;
    private final ClientSecrets secrets;
    private final Tokens tokens;
    private final SecurityLog log;
    private final RoutingContext request;

    ClientTokenResource(
            Caller caller,
            Clients clients,
            ClientSecrets secrets,
            Tokens tokens,
            SecurityLog log,
            RoutingContext request) {
        this.caller = caller;
        this.clients = clients;
        this.secrets = secrets;
        this.tokens = tokens;
        this.log = log;
        this.request = request;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Lasting
    @Transactional
    @SecurityRequirements
    @Operation(
            operationId = "getClientToken",
            summary = "Get an access token for a machine client",
            description =
                    "OAuth 2.0 client credentials (RFC 6749, 4.4). Refusals are problem details that also have the `error` of OAuth. Unknown, wrong, ended and disabled are answered alike.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema = @Schema(implementation = ClientTokenRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The token.",
            content = @Content(schema = @Schema(implementation = ClientToken.class)))
    public Response token(MultivaluedMap<String, String> form) {
        ClientTokenRequest given = ClientTokenRequest.of(form, request.request());
        if (given.grantType() == null) throw Refusal.malformed("token.request-malformed");
        if (!given.grantType().equals(GRANT)) throw Refusal.malformed("token.grant-unknown");
        Instant now = caller.now();
        Client client = owner(given, now);
        List<String> wanted = client.scopesFor(given.scope());
        Machine machine = clients.admitted(Set.of(client.id())).get(client.id());
        if (machine == null) throw Refusal.malformed("token.scope-unknown");
        log.by(machine.actor(), "client.token-got", client.unitPath());
        String scope = String.join(" ", wanted);
        return Response.ok(new ClientToken(
                        tokens.issue(client.id(), scope, now), "Bearer", Tokens.LIFETIME.toSeconds(), scope))
                .header("Cache-Control", "no-store")
                .build();
    }

    private Client owner(ClientTokenRequest given, Instant now) {
        Refusal unknown = Refusal.unauthenticated("token.client-unknown");
        if (given.clientId() == null || given.clientSecret() == null) throw unknown;
        try {
            return secrets.owner(UUID.fromString(given.clientId()), given.clientSecret(), now)
                    .orElseThrow(() -> unknown);
        } catch (IllegalArgumentException notAnId) {
            throw unknown;
        }
    }
}
