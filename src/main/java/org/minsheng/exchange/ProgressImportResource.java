package org.minsheng.exchange;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.SystemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
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
import org.minsheng.http.Refusal;
import org.minsheng.progress.Duties;
import org.minsheng.scanner.Scanner;
import org.minsheng.sheets.CsvTable;
import org.minsheng.sheets.NdjsonTable;
import org.minsheng.sheets.Sheets;
import org.minsheng.sheets.XlsxTable;
import org.minsheng.time.Time;
import org.minsheng.units.Unit;
import org.minsheng.units.Units;

/** Files of progress, filled in elsewhere. */
@Path("/api/v1/imports/progress")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "imports")
public class ProgressImportResource {
    private final Caller caller;
    private final Units units;
    private final Duties duties;
    private final ProgressImport progress;
    private final Sheets sheets;
    private final Scanner scanner;
    private final Answers answers;

    ProgressImportResource(
            Caller caller,
            Units units,
            Duties duties,
            ProgressImport progress,
            Sheets sheets,
            Scanner scanner,
            Answers answers) {
        this.caller = caller;
        this.units = units;
        this.duties = duties;
        this.progress = progress;
        this.sheets = sheets;
        this.scanner = scanner;
        this.answers = answers;
    }

    @GET
    @Path("template")
    @RolesAllowed(Role.Names.REPORTER)
    @Produces({CsvTable.MEDIA_TYPE, XlsxTable.MEDIA_TYPE, NdjsonTable.MEDIA_TYPE})
    @Operation(
            operationId = "getProgressTemplate",
            summary = "The file to fill in: a row for each report that the caller's unit owes",
            description = "Columns up to unitCode say what a row is about; the rest is for the reporter.")
    @APIResponse(
            responseCode = "200",
            description = "The file.",
            content = @Content(schema = @Schema(type = SchemaType.STRING)))
    public Response template(
            @Parameter(description = "Only this programme.") @QueryParam("programme") UUID programme,
            @Context HttpHeaders headers) {
        Actor actor = caller.actor();
        UUID own = actor.scope().unit();
        if (own == null) throw Refusal.badParameter("unit", "report.no-unit");
        Unit unit = units.readable(own, actor.scope()).orElseThrow(Refusal::notFound);
        var today = Time.dayOf(caller.now());
        ProgressTemplate template =
                new ProgressTemplate(unit.code(), duties.owedBy(own, programme, actor.scope(), today));
        return sheets.file(template.table(), "progress-" + today, headers, actor.language());
    }

    @POST
    @Consumes({CsvTable.MEDIA_TYPE, XlsxTable.MEDIA_TYPE, NdjsonTable.MEDIA_TYPE})
    @RolesAllowed(Role.Names.REPORTER)
    @BodyLimit(20 << 20)
    @Operation(
            operationId = "importProgress",
            summary = "Draft or revise up to 10,000 entries from a file",
            description =
                    "Columns as in the template, by their English or Chinese names. Rows make drafts of new entries and revise drafts and returned ones; the same file again changes nothing. Submit the drafts with submitProgressEntries. An infected file is refused (422 file.infected); where the scanner is silent nothing is read (503 file.not-scanned).")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = CsvTable.MEDIA_TYPE,
                        schema = @Schema(type = SchemaType.STRING, maxLength = 20 << 20)),
                @Content(
                        mediaType = XlsxTable.MEDIA_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary", maxLength = 20 << 20)),
                @Content(
                        mediaType = NdjsonTable.MEDIA_TYPE,
                        schema = @Schema(type = SchemaType.STRING, maxLength = 20 << 20))
            })
    @APIResponse(
            responseCode = "200",
            description = "What became of each row.",
            content = @Content(schema = @Schema(implementation = ProgressImportReport.class)))
    public Response progress(
            @Parameter(description = "`true` only checks.") @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @Parameter(description = "What a refused row means for the others.")
                    @QueryParam("mode")
                    @DefaultValue("ALL_OR_NOTHING")
                    ImportMode mode,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            InputStream body)
            throws IOException, SystemException {
        FileFormat format = FileFormat.of(type);
        // on disk first: neither a transaction nor a place waits for a slow line
        java.nio.file.Path file = Files.createTempFile("progress-", ".part");
        try {
            if (Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING) == 0)
                throw Refusal.rule("import.unreadable-file");
            Actor actor = caller.actor();
            scanner.requireClean(file, actor, actor.scope().own());
            return answers.whole(progress.run(file, format, mode, dryRun, actor, caller.now()));
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
