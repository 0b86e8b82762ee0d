package org.minsheng.accounts;

import io.quarkus.security.Authenticated;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.minsheng.access.Actor;
import org.minsheng.access.Caller;
import org.minsheng.http.Lasting;
import org.minsheng.http.Refusal;

@Path("/api/v1/auth")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "auth", description = "Signing in and out.")
public class AuthResource {
    private final Caller caller;
    private final SignIn signIn;
    private final OutsideSignIn outside;
    private final Sessions sessions;
    private final Proof proof;
    private final TokenAnswers answers;
    private final Admission admission;
    private final RoutingContext request;

    AuthResource(
            Caller caller,
            SignIn signIn,
            OutsideSignIn outside,
            Sessions sessions,
            Proof proof,
            TokenAnswers answers,
            Admission admission,
            RoutingContext request) {
        this.caller = caller;
        this.signIn = signIn;
        this.outside = outside;
        this.sessions = sessions;
        this.proof = proof;
        this.answers = answers;
        this.admission = admission;
        this.request = request;
    }

    @POST
    @Path("login")
    @PermitAll
    @SecurityRequirements
    @Operation(
            operationId = "login",
            summary = "Sign in",
            description =
                    "Unknown, wrong, locked (5 failures in 15 minutes, for 15 minutes) and inactive are answered alike: 401 auth.failed. 401 auth.code-needed: send the same again with the code of the second factor.")
    @APIResponse(
            responseCode = "200",
            description = "Tokens; with duties, nothing else works before they are done.",
            content = @Content(schema = @Schema(implementation = TokenAnswer.class)))
    public Response login(@NotNull @Valid SignInRequest given) {
        return signIn.open(given, caller.now()).answer();
    }

    @POST
    @Path("outside-login")
    @PermitAll
    @SecurityRequirements
    @Operation(
            operationId = "loginOutside",
            summary = "Sign in with the ID token of another issuer",
            description =
                    "Where one is configured (统一身份认证, OpenID Connect), else 409. A token opens one session, within five minutes. Who has no account here, an inactive or a locked one is answered alike: 401 auth.outside-refused. Roles are those of the account, whatever the token says.")
    @APIResponse(
            responseCode = "200",
            description = "Tokens; with duties, nothing else works before they are done.",
            content = @Content(schema = @Schema(implementation = TokenAnswer.class)))
    public Response loginOutside(@NotNull @Valid OutsideSignInRequest given) {
        return outside.open(given, caller.now()).answer();
    }

    @POST
    @Path("refresh")
    @PermitAll
    @Lasting
    @Transactional(dontRollbackOn = Refusal.class)
    @SecurityRequirements
    @Operation(
            operationId = "refresh",
            summary = "Get the next access token",
            description =
                    "A refresh token works once. The same client is told the same again for 10 s, should the answer have been lost; used again by another or later, it ends the session.")
    @APIResponse(
            responseCode = "200",
            description = "Tokens.",
            content = @Content(schema = @Schema(implementation = TokenAnswer.class)))
    public Response refresh(
            @Parameter(description = "Where the session was opened with transport COOKIE.")
                    @CookieParam(TokenAnswers.COOKIE)
                    @Size(max = 100)
                    String cookie,
            @NotNull @Valid RefreshToken token) {
        String given = token.refreshToken() == null ? cookie : token.refreshToken();
        if (given == null) throw Refusal.unauthenticated("auth.session-ended");
        Sessions.Opened opened = sessions.rotate(given, Origin.of(request), caller.now())
                .orElseThrow(() -> Refusal.unauthenticated("auth.session-ended"));
        return answers.tell(opened, caller.now()).answer();
    }

    @POST
    @Path("step-up")
    @Authenticated
    @DespiteDuty
    @Operation(
            operationId = "stepUp",
            summary = "Give password and code again",
            description =
                    "For five minutes the session may then change passwords of others, second factors, roles and sessions; signing in counts too. Operations that need it answer 401 auth.step-up-needed (RFC 9470).")
    @APIResponse(responseCode = "204", description = "Proven.")
    public Response stepUp(@NotNull @Valid StepUp given) {
        signIn.again(caller.actor(), given, caller.now());
        return Response.noContent().header("Cache-Control", "no-store").build();
    }

    @POST
    @Path("logout")
    @Authenticated
    @DespiteDuty
    @Operation(
            operationId = "logout",
            summary = "Sign out: the session ends",
            description = "On other instances within 5 s.")
    @APIResponse(responseCode = "204", description = "Ended.")
    public Response logout() {
        Actor actor = caller.actor();
        proof.end(actor, actor.session(), caller.now());
        admission.forget(actor.session());
        return Response.noContent()
                .header("Cache-Control", "no-store")
                .cookie(TokenAnswers.gone())
                .build();
    }
}
