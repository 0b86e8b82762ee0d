package org.minsheng.progress;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.minsheng.access.Caller;
import org.minsheng.access.Role;
import org.minsheng.http.Answers;
import org.minsheng.http.ETag;
import org.minsheng.http.Idempotent;
import org.minsheng.http.Refusal;
import org.minsheng.ledger.sequence.Receipts;

/** The moves of an entry between reporter and reviewer. */
@Path("/api/v1/progress-entries/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "progress-entries")
public class ReviewResource {
    private final Caller caller;
    private final ProgressEntries entries;
    private final EntryAnswers views;
    private final Reporting reporting;
    private final Receipts receipts;
    private final Answers answers;

    ReviewResource(
            Caller caller,
            ProgressEntries entries,
            EntryAnswers views,
            Reporting reporting,
            Receipts receipts,
            Answers answers) {
        this.caller = caller;
        this.entries = entries;
        this.views = views;
        this.reporting = reporting;
        this.receipts = receipts;
        this.answers = answers;
    }

    @POST
    @Path("submission")
    @RolesAllowed(Role.Names.REPORTER)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "submitProgressEntry",
            summary = "Submit an entry for review",
            description =
                    "Unusual amounts come back as 422 with `progress.unusual-amount`; confirmWarnings submits them all the same.")
    @APIResponse(
            responseCode = "200",
            description = "The entry.",
            content = @Content(schema = @Schema(implementation = ProgressEntryView.class)))
    public Response submit(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid Submission how) {
        ProgressEntry entry = own(id, ifMatch);
        reporting.submit(entry, Boolean.TRUE.equals(how.confirmWarnings()), caller.actor(), caller.now());
        return changed(entry);
    }

    @POST
    @Path("withdrawal")
    @RolesAllowed(Role.Names.REPORTER)
    @Idempotent
    @Transactional
    @Operation(operationId = "withdrawProgressEntry", summary = "Take a submitted entry back")
    @APIResponse(
            responseCode = "200",
            description = "The entry, a draft again.",
            content = @Content(schema = @Schema(implementation = ProgressEntryView.class)))
    public Response withdraw(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        ProgressEntry entry = own(id, ifMatch);
        reporting.withdraw(entry, caller.actor(), caller.now());
        return changed(entry);
    }

    @POST
    @Path("approval")
    @RolesAllowed(Role.Names.REVIEWER)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "approveProgressEntry",
            summary = "Approve a submitted entry",
            description =
                    "By a reviewer of the promise's lead unit, never by who submitted it. From then on it counts.")
    @APIResponse(
            responseCode = "200",
            description = "The entry.",
            headers =
                    @Header(
                            name = Receipts.HEADER,
                            description =
                                    "With `Prefer: receipt`: in base64 a signed note that promises the approval its place in the ledger; the offline verifier accepts it.",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 4000)),
            content = @Content(schema = @Schema(implementation = ProgressEntryView.class)))
    public Response approve(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        ProgressEntry entry = reviewed(id, ifMatch);
        reporting.approve(entry, caller.actor(), caller.now());
        return Response.fromResponse(changed(entry))
                .header(Receipts.HEADER, receipts.wanted(entry))
                .build();
    }

    @POST
    @Path("return")
    @RolesAllowed(Role.Names.REVIEWER)
    @Idempotent
    @Transactional
    @Operation(operationId = "returnProgressEntry", summary = "Give a submitted entry back with a reason")
    @APIResponse(
            responseCode = "200",
            description = "The entry.",
            content = @Content(schema = @Schema(implementation = ProgressEntryView.class)))
    public Response giveBack(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid Return why) {
        ProgressEntry entry = reviewed(id, ifMatch);
        reporting.giveBack(entry, why.reason(), caller.actor(), caller.now());
        return changed(entry);
    }

    private ProgressEntry own(UUID id, String ifMatch) {
        ProgressEntry entry = entries.own(id, caller.scope()).orElseThrow(Refusal::notFound);
        ETag.require(ifMatch, entry.version());
        return entry;
    }

    private ProgressEntry reviewed(UUID id, String ifMatch) {
        ProgressEntry entry = entries.reviewed(id, caller.scope()).orElseThrow(Refusal::notFound);
        ETag.require(ifMatch, entry.version());
        return entry;
    }

    private Response changed(ProgressEntry entry) {
        return answers.changed(entry.version(), views.of(entry, caller.actor()));
    }
}
