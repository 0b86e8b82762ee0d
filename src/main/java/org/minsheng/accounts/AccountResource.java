package org.minsheng.accounts;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.minsheng.access.Caller;
import org.minsheng.access.Role;
import org.minsheng.http.Answers;
import org.minsheng.http.CursorSeal;
import org.minsheng.http.ETag;
import org.minsheng.http.Idempotent;
import org.minsheng.http.Keyset;
import org.minsheng.http.MergePatch;
import org.minsheng.http.Paging;
import org.minsheng.http.Refusal;
import org.minsheng.http.SortKey;
import org.minsheng.ledger.Ledger;

@Path("/api/v1/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accounts", description = "Accounts, kept by the three administrators.")
public class AccountResource {
    private final Caller caller;
    private final Accounts accounts;
    private final AccountOpening opening;
    private final Sessions sessions;
    private final Admission admission;
    private final Answers answers;
    private final MergePatch patches;
    private final Ledger ledger;
    private final EntityManager database;
    private final CursorSeal seal;

    AccountResource(
            Caller caller,
            Accounts accounts,
            AccountOpening opening,
            Sessions sessions,
            Admission admission,
            Answers answers,
            MergePatch patches,
            Ledger ledger,
            EntityManager database,
            CursorSeal seal) {
        this.caller = caller;
        this.accounts = accounts;
        this.opening = opening;
        this.sessions = sessions;
        this.admission = admission;
        this.answers = answers;
        this.patches = patches;
        this.ledger = ledger;
        this.database = database;
        this.seal = seal;
    }

    @GET
    @RolesAllowed({Role.Names.SYSTEM_ADMIN, Role.Names.SECURITY_ADMIN, Role.Names.AUDIT_ADMIN})
    @Operation(
            operationId = "listAccounts",
            summary = "Accounts by name",
            description = "Those of the caller's units; without a unit, all. Sort keys: username.")
    @APIResponse(
            responseCode = "200",
            description = "A page.",
            content = @Content(schema = @Schema(implementation = AccountPage.class)))
    public Response list(@BeanParam @Valid AccountFilter filter, @BeanParam @Valid Paging paging) {
        Keyset<AccountRow> visible = Keyset.of(
                        "accounts",
                        AccountRow.class,
                        "from Account a left join a.unit u",
                        "new org.minsheng.accounts.AccountRow(a.id, a.username, a.displayName, u.id, u.name, a.status)")
                .sorted("username", "a.id", SortKey.of("username", "a.username", String.class))
                .where(
                        "(u.path like :working or (u is null and :fenced = false))",
                        "working",
                        caller.scope().working(),
                        "fenced",
                        caller.scope().isFenced());
        return answers.list(filter.on(visible).read(database, paging, seal), paging, AccountRow.class);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.Names.SYSTEM_ADMIN, Role.Names.SECURITY_ADMIN, Role.Names.AUDIT_ADMIN})
    @Operation(operationId = "getAccount", summary = "One account", description = "Outside the caller's units: 404.")
    @APIResponse(
            responseCode = "200",
            description = "The account.",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    public Response get(@PathParam("id") UUID id) {
        Account account = find(id);
        return answers.one(ETag.of(account.version()), () -> AccountView.of(account, caller.actor()));
    }

    @POST
    @RolesAllowed(Role.Names.SYSTEM_ADMIN)
    @Operation(
            operationId = "createAccount",
            summary = "Open an account; it waits for a role",
            description = "Without a password one is made up and told in this answer only.")
    @APIResponse(
            responseCode = "201",
            description = "The account.",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    public Response create(@NotNull @Valid NewAccount wanted) {
        FirstPassword password = new FirstPassword(wanted.password());
        Response kept = opening.open(wanted, password);
        if (password.madeUp() == null) return kept;
        AccountView view = ((AccountView) kept.getEntity()).telling(password.madeUp());
        return Response.fromResponse(kept)
                .entity(view)
                .header("Cache-Control", null)
                .header("Cache-Control", "no-store")
                .build();
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Role.Names.SYSTEM_ADMIN)
    @Transactional
    @Operation(
            operationId = "editAccount",
            summary = "Edit name or unit of an account",
            description = "A unit must lie in the caller's part of the tree.")
    @RequestBody(
            content = @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = AccountEdit.class)))
    @APIResponse(
            responseCode = "200",
            description = "The account.",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    public Response edit(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, JsonNode patch) {
        Account account = forChange(id, ifMatch);
        AccountEdit now = new AccountEdit(account.displayName, account.unit == null ? null : account.unit.id());
        AccountEdit edit = patches.apply(now, patch);
        account.revise(edit, accounts.unitFor(edit.unitId(), caller.scope()), caller.now());
        return changed(account, "account.edited");
    }

    @PUT
    @Path("{id}/roles")
    @RolesAllowed(Role.Names.SECURITY_ADMIN)
    @Proven
    @Transactional
    @Operation(
            operationId = "grantRoles",
            summary = "Set the roles of an account",
            description = "Nobody grants to themselves. Needs password and code of the last five minutes (stepUp).")
    @APIResponse(
            responseCode = "200",
            description = "The account.",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    public Response grant(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid Grant grant) {
        Account account = forChange(id, ifMatch);
        account.grant(grant.roles(), caller.actor(), caller.now());
        return changed(account, "account.granted");
    }

    @POST
    @Path("{id}/disabling")
    @RolesAllowed(Role.Names.SYSTEM_ADMIN)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "disableAccount",
            summary = "Disable an account; its sessions stop within 5 s",
            description = "All its sessions end.")
    @APIResponse(
            responseCode = "200",
            description = "The account.",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    public Response disable(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        Account account = forChange(id, ifMatch);
        account.disable(caller.actor(), caller.now());
        sessions.endAll(account.id(), null, caller.now());
        return changed(account, "account.disabled");
    }

    @POST
    @Path("{id}/enabling")
    @RolesAllowed(Role.Names.SYSTEM_ADMIN)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "enableAccount",
            summary = "Enable a disabled account",
            description = "Its roles are as before; it signs in anew.")
    @APIResponse(
            responseCode = "200",
            description = "The account.",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    public Response enable(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        Account account = forChange(id, ifMatch);
        account.enable(caller.now());
        return changed(account, "account.enabled");
    }

    private Account find(UUID id) {
        return accounts.within(id, caller.scope()).orElseThrow(Refusal::notFound);
    }

    private Account forChange(UUID id, String ifMatch) {
        Account account = find(id);
        ETag.require(ifMatch, account.version());
        return account;
    }

    private Response changed(Account account, String action) {
        ledger.record(caller.actor(), action, account);
        admission.forgetAll();
        return answers.changed(account.version(), AccountView.of(account, caller.actor()));
    }
}
