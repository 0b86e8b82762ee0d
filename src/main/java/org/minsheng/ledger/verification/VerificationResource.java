package org.minsheng.ledger.verification;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.minsheng.access.Caller;
import org.minsheng.access.Role;
import org.minsheng.http.Answers;
import org.minsheng.ledger.Reader;
import org.minsheng.limits.Heavy;

/** The whole ledger: checked here, and handed out to be checked elsewhere. */
@Path("/api/v1/ledger")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.Names.AUDIT_ADMIN, Role.Names.SUPERVISOR, Role.Names.LEADER})
@Tag(name = "ledger")
@Blocking
public class VerificationResource {
    static final String ZIP = "application/zip";
    private final Caller caller;
    private final Inspection inspection;
    private final Bundle bundle;
    private final Answers answers;

    VerificationResource(Caller caller, Inspection inspection, Bundle bundle, Answers answers) {
        this.caller = caller;
        this.inspection = inspection;
        this.bundle = bundle;
        this.answers = answers;
    }

    @POST
    @Path("verification")
    @Heavy
    @Operation(
            operationId = "verifyLedger",
            summary = "Check the whole ledger on the server",
            description =
                    "Every place, body, stream, node, checkpoint and signature, and that each version of each row was recorded. Whoever does not trust the server takes the bundle and its verifier.")
    @APIResponse(
            responseCode = "200",
            description = "What was found.",
            content = @Content(schema = @Schema(implementation = Verification.class)))
    public Response verify() {
        return Response.ok(inspection.run()).build();
    }

    @GET
    @Path("bundle")
    @Produces({ZIP, MediaType.APPLICATION_JSON})
    @Heavy
    @Operation(
            operationId = "exportLedger",
            summary = "The ledger up to its newest checkpoint, with a verifier that needs only a JDK",
            description =
                    "`java Verifier.java bundle.zip`. Bodies outside the caller's part of the tree are left out; their hashes are there. 409 before the first checkpoint.")
    @APIResponse(
            responseCode = "200",
            description = "The bundle.",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response export() {
        Bundle.Writing writing = bundle.of(new Reader(caller.actor(), Set.of()));
        return answers.stream(ZIP, "ledger-bundle.zip", writing::to);
    }
}
