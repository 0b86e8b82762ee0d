package org.minsheng.clients;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
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
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.minsheng.access.Caller;
import org.minsheng.access.Role;
import org.minsheng.accounts.Proven;
import org.minsheng.http.Answers;
import org.minsheng.http.CursorSeal;
import org.minsheng.http.ETag;
import org.minsheng.http.Idempotent;
import org.minsheng.http.Keyset;
import org.minsheng.http.MergePatch;
import org.minsheng.http.Paging;
import org.minsheng.http.Refusal;
import org.minsheng.http.SortKey;

@Path("/api/v1/clients")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "clients", description = "Machine clients: other systems that act for a unit.")
public class ClientResource {
    private final Caller caller;
    private final Clients clients;
    private final ClientKeeping keeping;
    private final Answers answers;
    private final MergePatch patches;
    private final EntityManager database;
    private final CursorSeal seal;

    ClientResource(
            Caller caller,
            Clients clients,
            ClientKeeping keeping,
            Answers answers,
            MergePatch patches,
            EntityManager database,
            CursorSeal seal) {
        this.caller = caller;
        this.clients = clients;
        this.keeping = keeping;
        this.answers = answers;
        this.patches = patches;
        this.database = database;
        this.seal = seal;
    }

    @GET
    @RolesAllowed({Role.Names.SYSTEM_ADMIN, Role.Names.SECURITY_ADMIN, Role.Names.AUDIT_ADMIN})
    @Operation(
            operationId = "listClients",
            summary = "Machine clients by name",
            description = "Those of the caller's units; without a unit, all. Sort keys: name.")
    @APIResponse(
            responseCode = "200",
            description = "A page.",
            content = @Content(schema = @Schema(implementation = ClientPage.class)))
    public Response list(@BeanParam @Valid ClientFilter filter, @BeanParam @Valid Paging paging) {
        Keyset<ClientRow> visible = Keyset.of(
                        "clients",
                        ClientRow.class,
                        "from Client c join c.unit u",
                        "new org.minsheng.clients.ClientRow(c.id, c.name, u.id, u.name, c.status)")
                .sorted("name", "c.id", SortKey.of("name", "c.name", String.class))
                .where("u.path like :working", "working", caller.scope().working());
        return answers.list(filter.on(visible).read(database, paging, seal), paging, ClientRow.class);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.Names.SYSTEM_ADMIN, Role.Names.SECURITY_ADMIN, Role.Names.AUDIT_ADMIN})
    @Transactional
    @Operation(
            operationId = "getClient",
            summary = "One machine client",
            description = "Outside the caller's units: 404.")
    @APIResponse(
            responseCode = "200",
            description = "The client.",
            content = @Content(schema = @Schema(implementation = ClientView.class)))
    public Response get(@PathParam("id") UUID id) {
        Client client = find(id);
        ClientView view = keeping.view(client);
        return answers.one(ETag.of(client.version(), view.lastUse()), () -> view);
    }

    @POST
    @RolesAllowed(Role.Names.SYSTEM_ADMIN)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "createClient",
            summary = "Open a machine client; it waits for a scope and a secret",
            description = "It acts for one unit of the caller's part of the tree, for good.")
    @APIResponse(
            responseCode = "201",
            description = "The client.",
            content = @Content(schema = @Schema(implementation = ClientView.class)))
    public Response create(@NotNull @Valid NewClient wanted) {
        Client client = keeping.open(wanted, caller.scope());
        return answers.created("/api/v1/clients/" + client.id(), client.version(), keeping.view(client));
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Role.Names.SYSTEM_ADMIN)
    @Transactional
    @Operation(
            operationId = "editClient",
            summary = "Rename a machine client",
            description = "What it did keeps the old name.")
    @RequestBody(
            content = @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = ClientEdit.class)))
    @APIResponse(
            responseCode = "200",
            description = "The client.",
            content = @Content(schema = @Schema(implementation = ClientView.class)))
    public Response edit(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, JsonNode patch) {
        Client client = forChange(id, ifMatch);
        client.rename(patches.apply(new ClientEdit(client.name), patch).name(), caller.now());
        return changed(client, "client.edited");
    }

    @PUT
    @Path("{id}/scopes")
    @RolesAllowed(Role.Names.SECURITY_ADMIN)
    @Proven
    @Transactional
    @Operation(
            operationId = "grantScopes",
            summary = "Set the scopes of a machine client",
            description = "On other instances within 5 s. Needs password and code of the last five minutes (stepUp).")
    @APIResponse(
            responseCode = "200",
            description = "The client.",
            content = @Content(schema = @Schema(implementation = ClientView.class)))
    public Response grant(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid ScopeGrant grant) {
        Client client = forChange(id, ifMatch);
        client.grant(grant.scopes(), caller.now());
        return changed(client, "client.granted");
    }

    @POST
    @Path("{id}/disabling")
    @RolesAllowed(Role.Names.SYSTEM_ADMIN)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "disableClient",
            summary = "Disable a machine client; its tokens stop within 5 s",
            description = "Its secrets stay for when it is enabled again.")
    @APIResponse(
            responseCode = "200",
            description = "The client.",
            content = @Content(schema = @Schema(implementation = ClientView.class)))
    public Response disable(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        Client client = forChange(id, ifMatch);
        client.disable(caller.now());
        return changed(client, "client.disabled");
    }

    @POST
    @Path("{id}/enabling")
    @RolesAllowed(Role.Names.SYSTEM_ADMIN)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "enableClient",
            summary = "Enable a disabled machine client",
            description = "Its scopes and secrets are as before.")
    @APIResponse(
            responseCode = "200",
            description = "The client.",
            content = @Content(schema = @Schema(implementation = ClientView.class)))
    public Response enable(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        Client client = forChange(id, ifMatch);
        client.enable(caller.now());
        return changed(client, "client.enabled");
    }

    @POST
    @Path("{id}/secrets")
    @RolesAllowed(Role.Names.SYSTEM_ADMIN)
    @Proven
    @Transactional
    @Operation(
            operationId = "addClientSecret",
            summary = "Make a secret for a machine client",
            description =
                    "Told once. Two are good at a time: make the new one, give it to the system, end the old one. Needs password and code of the last five minutes (stepUp).")
    @APIResponse(
            responseCode = "201",
            description = "The secret.",
            content = @Content(schema = @Schema(implementation = NewSecret.class)))
    public Response addSecret(@PathParam("id") UUID id) {
        NewSecret made = keeping.addSecret(find(id));
        return Response.created(URI.create("/api/v1/clients/" + id))
                .entity(made)
                .header("Cache-Control", "no-store")
                .build();
    }

    @DELETE
    @Path("{id}/secrets/{keyId}")
    @RolesAllowed({Role.Names.SYSTEM_ADMIN, Role.Names.SECURITY_ADMIN})
    @Transactional
    @Operation(
            operationId = "endClientSecret",
            summary = "End a secret of a machine client",
            description =
                    "Tokens that were got with it live on for ten minutes at most; disableClient ends them at once.")
    @APIResponse(responseCode = "204", description = "Ended.")
    public Response endSecret(
            @PathParam("id") UUID id, @Parameter(description = "Id of the secret.") @PathParam("keyId") UUID keyId) {
        keeping.endSecret(find(id), keyId);
        return Response.noContent().build();
    }

    private Client find(UUID id) {
        return clients.within(id, caller.scope()).orElseThrow(Refusal::notFound);
    }

    private Client forChange(UUID id, String ifMatch) {
        Client client = find(id);
        ETag.require(ifMatch, client.version());
        return client;
    }

    private Response changed(Client client, String action) {
        keeping.changed(client, action);
        return answers.changed(client.version(), keeping.view(client));
    }
}
