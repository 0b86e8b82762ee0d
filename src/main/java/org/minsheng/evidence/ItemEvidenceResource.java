package org.minsheng.evidence;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.minsheng.access.Actor;
import org.minsheng.access.Caller;
import org.minsheng.access.Role;
import org.minsheng.http.Answers;
import org.minsheng.http.BodyLimit;

@Path("/api/v1/items/{id}/evidence")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "evidence", description = "Files behind entries and items (佐证材料).")
public class ItemEvidenceResource {
    private final Caller caller;
    private final Holders holders;
    private final Attachments attachments;
    private final Intake intake;
    private final Answers answers;

    ItemEvidenceResource(Caller caller, Holders holders, Attachments attachments, Intake intake, Answers answers) {
        this.caller = caller;
        this.holders = holders;
        this.attachments = attachments;
        this.intake = intake;
        this.answers = answers;
    }

    @GET
    @Authenticated
    @Operation(operationId = "listItemEvidence", summary = "The files behind an item")
    @APIResponse(
            responseCode = "200",
            description = "The files.",
            content = @Content(schema = @Schema(implementation = EvidenceList.class)))
    public Response list(@PathParam("id") UUID id) {
        Actor actor = caller.actor();
        holders.requireReadable(Evidence.SubjectType.ITEM, id, actor);
        return answers.whole(attachments.view(attachments.of(id), actor));
    }

    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed(Role.Names.REPORTER)
    @BodyLimit(50 << 20)
    @Operation(
            operationId = "attachItemEvidence",
            summary = "Attach a file to an item that is not accepted of one's own unit",
            description =
                    "JPEG, PNG, HEIC, PDF, DOCX, XLSX or MP4 by its own bytes, 50 MiB at most. A name whose ending does not fit the bytes, or that has none, is refused (422 evidence.name-does-not-fit), and so is an infected file (422 file.infected); where the scanner is silent nothing is taken (503 file.not-scanned). The same file again is answered as the first time.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary", maxLength = 50 << 20)))
    @APIResponse(
            responseCode = "201",
            description = "The file.",
            content = @Content(schema = @Schema(implementation = EvidenceView.class)))
    public Response attach(
            @PathParam("id") UUID id,
            @Parameter(
                            description =
                                    "Name of the file, ending as its kind does: .jpg, .jpeg, .png, .heic, .heif, .pdf, .docx, .xlsx, .mp4 or .m4v.",
                            required = true,
                            example = "验收单.pdf")
                    @QueryParam("fileName")
                    @NotBlank
                    @Size(max = 200)
                    String fileName,
            InputStream body) {
        return intake.take(Evidence.SubjectType.ITEM, id, fileName, body);
    }
}
