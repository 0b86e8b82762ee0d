package org.minsheng.accounts;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.minsheng.access.Actor;
import org.minsheng.access.Caller;
import org.minsheng.http.Refusal;

@Path("/api/v1/auth")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "auth", description = "Signing in and out.")
public class AuthResource {
    @Schema(description = "Who signs in.")
    public record Credentials(
            @Schema(description = "Name to sign in with.", examples = "ducha") @NotNull @Size(min = 1, max = 60)
            String username,

            @Schema(description = "Password.", examples = "Demo-2026-Yanzhou", format = "password")
            @NotNull
            @Size(min = 1, max = 128)
            String password) {}

    @Schema(description = "A refresh token; each works once.")
    public record RefreshToken(
            @Schema(description = "The refresh token of the answer before.", examples = "Zm9v")
            @NotNull
            @Size(min = 1, max = 100)
            String refreshToken) {}

    @Schema(description = "An access token for ten minutes and the refresh token that gets the next one.")
    public record TokenAnswer(
            @Schema(
                    description = "JWT (ES256) for the Authorization header.",
                    examples = "eyJhbGciOiJFUzI1NiJ9.e30.sig",
                    maxLength = 4000)
            String accessToken,

            @Schema(description = "Always Bearer.", examples = "Bearer", maxLength = 10)
            String tokenType,

            @Schema(description = "Seconds it lives.", examples = "600", minimum = "1", maximum = "900")
            long expiresIn,

            @Schema(description = "Opaque; works once.", examples = "Zm9v", maxLength = 100)
            String refreshToken) {}

    private final Caller caller;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Tokens tokens;
    private final Passwords passwords;
    private final Admission admission;

    AuthResource(
            Caller caller,
            Accounts accounts,
            Sessions sessions,
            Tokens tokens,
            Passwords passwords,
            Admission admission) {
        this.caller = caller;
        this.accounts = accounts;
        this.sessions = sessions;
        this.tokens = tokens;
        this.passwords = passwords;
        this.admission = admission;
    }

    @POST
    @Path("login")
    @PermitAll
    @SecurityRequirements
    @Operation(
            operationId = "login",
            summary = "Sign in",
            description = "Unknown, wrong and inactive are answered alike: 401.")
    @APIResponse(
            responseCode = "200",
            description = "Tokens.",
            content = @Content(schema = @Schema(implementation = TokenAnswer.class)))
    public Response login(@NotNull @Valid Credentials credentials) {
        // not in a transaction: whoever waits for the hash must not hold a connection meanwhile
        Optional<Accounts.Secret> secret = accounts.secretOf(Account.normal(credentials.username()));
        boolean right = passwords.verify(
                credentials.password(),
                secret.map(Accounts.Secret::passwordHash).orElse(null));
        if (!right) throw Refusal.unauthenticated("auth.failed");
        Sessions.Opened opened = sessions.open(secret.get().account(), caller.now())
                .orElseThrow(() -> Refusal.unauthenticated("auth.failed"));
        return answer(opened.account(), opened.session(), opened.refreshToken());
    }

    @POST
    @Path("refresh")
    @PermitAll
    @Transactional(dontRollbackOn = Refusal.class)
    @SecurityRequirements
    @Operation(
            operationId = "refresh",
            summary = "Get the next access token",
            description = "A refresh token used twice ends the session.")
    @APIResponse(
            responseCode = "200",
            description = "Tokens.",
            content = @Content(schema = @Schema(implementation = TokenAnswer.class)))
    public Response refresh(@NotNull @Valid RefreshToken token) {
        Sessions.Rotated rotated = sessions.rotate(token.refreshToken(), caller.now())
                .orElseThrow(() -> Refusal.unauthenticated("auth.session-ended"));
        Account account =
                accounts.active(rotated.account()).orElseThrow(() -> Refusal.unauthenticated("auth.session-ended"));
        return answer(account, rotated.session(), rotated.refreshToken());
    }

    @POST
    @Path("logout")
    @Authenticated
    @Transactional
    @Operation(
            operationId = "logout",
            summary = "Sign out: the session ends",
            description = "On other instances within 5 s.")
    @APIResponse(responseCode = "204", description = "Ended.")
    public Response logout() {
        Actor actor = caller.actor();
        sessions.end(actor, caller.now());
        admission.forget(actor.session());
        return Response.noContent().header("Cache-Control", "no-store").build();
    }

    private Response answer(Account account, UUID session, String refreshToken) {
        String access = tokens.issue(account, session, caller.now());
        return Response.ok(new TokenAnswer(access, "Bearer", Tokens.LIFETIME.toSeconds(), refreshToken))
                .header("Cache-Control", "no-store")
                .build();
    }
}
