package org.minsheng.evidence;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.minsheng.access.Actor;
import org.minsheng.access.Caller;
import org.minsheng.access.Role;
import org.minsheng.http.Answers;
import org.minsheng.http.ETag;
import org.minsheng.http.Refusal;

@Path("/api/v1/evidence")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "evidence")
public class EvidenceResource {
    private final Caller caller;
    private final Attachments attachments;
    private final EvidenceFolder folder;
    private final Holders holders;
    private final Answers answers;

    EvidenceResource(Caller caller, Attachments attachments, EvidenceFolder folder, Holders holders, Answers answers) {
        this.caller = caller;
        this.attachments = attachments;
        this.folder = folder;
        this.holders = holders;
        this.answers = answers;
    }

    @GET
    @Path("{id}")
    @Authenticated
    @Operation(operationId = "getEvidence", summary = "What is known of a file")
    @APIResponse(
            responseCode = "200",
            description = "The file's description.",
            content = @Content(schema = @Schema(implementation = EvidenceView.class)))
    public Response get(@PathParam("id") UUID id) {
        Evidence evidence = readable(id);
        return answers.one(ETag.of(evidence.version()), () -> attachments
                .view(List.of(evidence), caller.actor())
                .items()
                .get(0));
    }

    @GET
    @Path("{id}/content")
    @Authenticated
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(operationId = "downloadEvidence", summary = "The file itself")
    @APIResponse(
            responseCode = "200",
            description = "The bytes, to be saved and never shown in place.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response content(@PathParam("id") UUID id) {
        Evidence evidence = readable(id);
        String name =
                URLEncoder.encode(evidence.fileName, StandardCharsets.UTF_8).replace("+", "%20");
        return answers.bytes(
                "\"" + evidence.hash() + "\"",
                folder.path(evidence.sha256).toFile(),
                "attachment; filename=\"evidence\"; filename*=UTF-8''" + name);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Role.Names.REPORTER)
    @Transactional
    @Operation(
            operationId = "removeEvidence",
            summary = "Take a file away from an entry or item that is still in hand",
            description = "The ledger keeps its hash.")
    @APIResponse(responseCode = "204", description = "Gone.")
    public Response remove(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        Actor actor = caller.actor();
        Evidence evidence = attachments.readable(id, actor.scope()).orElseThrow(Refusal::notFound);
        holders.requireInHand(evidence.subjectType, evidence.subjectId, actor);
        ETag.require(ifMatch, evidence.version());
        attachments.remove(evidence, actor, caller.now());
        return Response.noContent().build();
    }

    /** Whoever may read the entry or item may read its files. */
    private Evidence readable(UUID id) {
        Actor actor = caller.actor();
        Evidence evidence = attachments.readable(id, actor.scope()).orElseThrow(Refusal::notFound);
        holders.requireReadable(evidence.subjectType, evidence.subjectId, actor);
        return evidence;
    }
}
