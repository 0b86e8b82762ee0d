package org.minsheng.accounts;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.minsheng.access.Caller;
import org.minsheng.access.Role;
import org.minsheng.accounts.secrets.Passwords;
import org.minsheng.http.Refusal;

/**
 * What administrators do about the access of others. The system administrator replaces a password, the security
 * administrator removes a second factor: neither alone takes an account over.
 */
@Path("/api/v1/accounts/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accounts")
public class AccountAccessResource {
    private final Caller caller;
    private final Accounts accounts;
    private final Credentials credentials;
    private final Passwords passwords;
    private final Factors factors;
    private final Sessions sessions;
    private final Admission admission;
    private final OutsideIdentities outside;
    private final OutsideIssuer issuer;
    private final SecurityLog log;

    AccountAccessResource(
            Caller caller,
            Accounts accounts,
            Credentials credentials,
            Passwords passwords,
            Factors factors,
            Sessions sessions,
            Admission admission,
            OutsideIdentities outside,
            OutsideIssuer issuer,
            SecurityLog log) {
        this.caller = caller;
        this.accounts = accounts;
        this.credentials = credentials;
        this.passwords = passwords;
        this.factors = factors;
        this.sessions = sessions;
        this.admission = admission;
        this.outside = outside;
        this.issuer = issuer;
        this.log = log;
    }

    @GET
    @Path("access")
    @RolesAllowed({Role.Names.SYSTEM_ADMIN, Role.Names.SECURITY_ADMIN, Role.Names.AUDIT_ADMIN})
    @Transactional
    @Operation(
            operationId = "getAccountAccess",
            summary = "How an account gets in",
            description = "Lock, age of the password, second factor, live sessions.")
    @APIResponse(
            responseCode = "200",
            description = "This moment.",
            content = @Content(schema = @Schema(implementation = AccessView.class)))
    public Response access(@PathParam("id") UUID id) {
        Account account = find(id);
        return told(AccessView.of(
                credentials.of(account.id()),
                outside.subject(account.id()).orElse(null),
                sessions.live(account.id()),
                caller.now()));
    }

    @POST
    @Path("unlocking")
    @RolesAllowed(Role.Names.SECURITY_ADMIN)
    @Transactional
    @Operation(
            operationId = "unlockAccount",
            summary = "Unlock an account before its 15 minutes are over",
            description = "Repeated, it changes nothing.")
    @APIResponse(responseCode = "204", description = "Unlocked.")
    public Response unlock(@PathParam("id") UUID id) {
        Account account = another(id);
        Credential credential = credentials.locked(account.id());
        if (credential.isLocked(caller.now())) {
            credential.unlock();
            log.by(caller.actor(), "account.unlocked", account);
        }
        return nothing();
    }

    @POST
    @Path("password-reset")
    @RolesAllowed(Role.Names.SYSTEM_ADMIN)
    @Proven
    @Transactional
    @Operation(
            operationId = "resetPassword",
            summary = "Make up a one-time password",
            description =
                    "Told once, good for 24 hours, to be changed at the next sign-in. All sessions end; the second factor stays. Needs password and code of the last five minutes (stepUp).")
    @APIResponse(
            responseCode = "200",
            description = "The one-time password.",
            content = @Content(schema = @Schema(implementation = OneTimePassword.class)))
    public Response resetPassword(@PathParam("id") UUID id) {
        Account account = another(id);
        Instant now = caller.now();
        Credential credential = credentials.locked(account.id());
        String password = passwords.makeUp();
        credentials.replace(credential, password, now);
        endSessions(account, now);
        log.by(caller.actor(), "password.reset", account);
        return told(new OneTimePassword(password, credential.passwordUntil));
    }

    @DELETE
    @Path("second-factor")
    @RolesAllowed(Role.Names.SECURITY_ADMIN)
    @Proven
    @Transactional
    @Operation(
            operationId = "resetSecondFactor",
            summary = "Remove a lost second factor",
            description = "All sessions end. Needs password and code of the last five minutes (stepUp).")
    @APIResponse(responseCode = "204", description = "Removed.")
    public Response resetFactor(@PathParam("id") UUID id) {
        Account account = another(id);
        Credential credential = credentials.locked(account.id());
        if (!credential.hasFactor()) throw Refusal.conflict("factor.not-there");
        factors.remove(credential);
        endSessions(account, caller.now());
        log.by(caller.actor(), "factor.reset", account);
        return nothing();
    }

    @PUT
    @Path("outside-identity")
    @RolesAllowed(Role.Names.SECURITY_ADMIN)
    @Proven
    @Transactional
    @Operation(
            operationId = "bindOutsideIdentity",
            summary = "Say who the owner is at the other issuer",
            description =
                    "From then on they sign in by it (loginOutside). Its sessions end. Needs password and code of the last five minutes (stepUp).")
    @APIResponse(responseCode = "204", description = "Bound.")
    public Response bindOutside(@PathParam("id") UUID id, @NotNull @Valid OutsideIdentity identity) {
        Account account = another(id);
        // two administrators at once would each find it unbound
        credentials.locked(account.id());
        outside.bind(account.id(), issuer.name(), identity.subject(), caller.now());
        endSessions(account, caller.now());
        log.by(caller.actor(), "outside.bound", account);
        return nothing();
    }

    @DELETE
    @Path("outside-identity")
    @RolesAllowed(Role.Names.SECURITY_ADMIN)
    @Proven
    @Transactional
    @Operation(
            operationId = "unbindOutsideIdentity",
            summary = "Let nobody from the other issuer in as this account",
            description = "All sessions end. Needs password and code of the last five minutes (stepUp).")
    @APIResponse(responseCode = "204", description = "Unbound.")
    public Response unbindOutside(@PathParam("id") UUID id) {
        Account account = another(id);
        if (!outside.unbind(account.id())) throw Refusal.notFound();
        endSessions(account, caller.now());
        log.by(caller.actor(), "outside.unbound", account);
        return nothing();
    }

    @DELETE
    @Path("sessions")
    @RolesAllowed(Role.Names.SECURITY_ADMIN)
    @Transactional
    @Operation(
            operationId = "endSessions",
            summary = "End all sessions of an account",
            description = "On other instances within 5 s.")
    @APIResponse(responseCode = "204", description = "Ended.")
    public Response endSessions(@PathParam("id") UUID id) {
        Account account = find(id);
        endSessions(account, caller.now());
        log.by(caller.actor(), "session.ended", account);
        return nothing();
    }

    private void endSessions(Account account, Instant now) {
        sessions.endAll(account.id(), null, now);
        admission.forgetAll();
    }

    private Account find(UUID id) {
        return accounts.within(id, caller.scope()).orElseThrow(Refusal::notFound);
    }

    /** Nobody does to themselves what is another one's to do. */
    private Account another(UUID id) {
        Account account = find(id);
        if (account.id().equals(caller.actor().account())) throw Refusal.forbidden("account.own-access");
        return account;
    }

    private static Response told(Object view) {
        return Response.ok(view).header("Cache-Control", "no-store").build();
    }

    private static Response nothing() {
        return Response.noContent().header("Cache-Control", "no-store").build();
    }
}
