package org.minsheng.accounts;

import io.quarkus.security.Authenticated;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.minsheng.access.Actor;
import org.minsheng.access.Caller;
import org.minsheng.access.ForPeople;

@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "auth")
@ForPeople
public class OwnAccessResource {
    private final Caller caller;
    private final OwnAccess access;
    private final Proof proof;
    private final Admission admission;

    OwnAccessResource(Caller caller, OwnAccess access, Proof proof, Admission admission) {
        this.caller = caller;
        this.access = access;
        this.proof = proof;
        this.admission = admission;
    }

    @PUT
    @Path("password")
    @Authenticated
    @DespiteDuty
    @Operation(
            operationId = "changePassword",
            summary = "Change the own password",
            description = "Needs the present one. All other sessions of the account end.")
    @APIResponse(responseCode = "204", description = "Changed.")
    public Response changePassword(@NotNull @Valid PasswordChange change) {
        Actor actor = caller.actor();
        access.changePassword(actor, change, caller.now());
        admission.forgetAll();
        return nothing();
    }

    @GET
    @Path("sessions")
    @Authenticated
    @DespiteDuty
    @Transactional
    @Operation(
            operationId = "listOwnSessions",
            summary = "The own sessions that live",
            description = "At most three; the next sign-in ends the oldest.")
    @APIResponse(
            responseCode = "200",
            description = "Newest use first.",
            content = @Content(schema = @Schema(implementation = SessionList.class)))
    public Response sessions() {
        return told(access.sessions(caller.actor()));
    }

    @DELETE
    @Path("sessions/{id}")
    @Authenticated
    @Proven
    @Operation(
            operationId = "endOwnSession",
            summary = "End one of the own sessions",
            description = "Needs password and code of the last five minutes (stepUp). On other instances within 5 s.")
    @APIResponse(responseCode = "204", description = "Ended.")
    public Response endSession(@PathParam("id") UUID id) {
        proof.end(caller.actor(), id, caller.now());
        admission.forget(id);
        return nothing();
    }

    @POST
    @Path("second-factor")
    @Authenticated
    @DespiteDuty
    @Proven
    @Transactional
    @Operation(
            operationId = "beginSecondFactor",
            summary = "Begin a second factor (TOTP, RFC 6238)",
            description =
                    "Told once. It counts from its first code on (confirmSecondFactor); one of before counts until then. Needs password and code of the last five minutes (stepUp).")
    @APIResponse(
            responseCode = "200",
            description = "What an authenticator program takes.",
            content = @Content(schema = @Schema(implementation = FactorSeed.class)))
    public Response beginFactor() {
        return told(access.beginFactor(caller.actor()));
    }

    @POST
    @Path("second-factor/confirmation")
    @Authenticated
    @DespiteDuty
    @Proven
    @Transactional
    @Operation(
            operationId = "confirmSecondFactor",
            summary = "Confirm the second factor with its first code",
            description = "Tells ten recovery codes, once; those of before are void. All other sessions end.")
    @APIResponse(
            responseCode = "200",
            description = "The recovery codes.",
            content = @Content(schema = @Schema(implementation = RecoveryCodeList.class)))
    public Response confirmFactor(@NotNull @Valid FactorCode code) {
        RecoveryCodeList codes = access.confirmFactor(caller.actor(), code.code(), caller.now());
        admission.forgetAll();
        return told(codes);
    }

    @DELETE
    @Path("second-factor")
    @Authenticated
    @Proven
    @Transactional
    @Operation(
            operationId = "removeSecondFactor",
            summary = "Sign in without a second factor again",
            description = "Not where the account's roles need one.")
    @APIResponse(responseCode = "204", description = "Removed.")
    public Response removeFactor() {
        access.removeFactor(caller.actor());
        return nothing();
    }

    @POST
    @Path("recovery-codes")
    @Authenticated
    @Proven
    @Transactional
    @Operation(
            operationId = "renewRecoveryCodes",
            summary = "Ten new recovery codes",
            description = "Told once; those of before are void.")
    @APIResponse(
            responseCode = "200",
            description = "The codes.",
            content = @Content(schema = @Schema(implementation = RecoveryCodeList.class)))
    public Response renewRecoveryCodes() {
        return told(access.renewRecoveryCodes(caller.actor()));
    }

    private static Response told(Object secret) {
        return Response.ok(secret).header("Cache-Control", "no-store").build();
    }

    private static Response nothing() {
        return Response.noContent().header("Cache-Control", "no-store").build();
    }
}
