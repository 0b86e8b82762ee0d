package org.minsheng.exchange;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.minsheng.access.Actor;
import org.minsheng.access.Caller;
import org.minsheng.limits.Heavy;
import org.minsheng.progress.ProgressEntries;
import org.minsheng.progress.ProgressEntryFilter;
import org.minsheng.sheets.CsvTable;
import org.minsheng.sheets.NdjsonTable;
import org.minsheng.sheets.Sheets;

/** All entries at once, for spreadsheets and other systems. */
@Path("/api/v1/exports/progress")
@Produces({CsvTable.MEDIA_TYPE, NdjsonTable.MEDIA_TYPE})
@Tag(name = "exports", description = "Whole tables out.")
public class ProgressExportResource {
    private final Caller caller;
    private final ProgressEntries entries;
    private final Sheets sheets;

    ProgressExportResource(Caller caller, ProgressEntries entries, Sheets sheets) {
        this.caller = caller;
        this.entries = entries;
        this.sheets = sheets;
    }

    @GET
    @Authenticated
    @Heavy
    @Operation(
            operationId = "exportProgress",
            summary = "All progress entries that match, newest period first",
            description =
                    "The entries of listProgressEntries without pages. All of them are read before the first byte is sent; four answers of one account may be on their way at once.")
    @APIResponse(
            responseCode = "200",
            description = "The entries.",
            content = @Content(schema = @Schema(type = SchemaType.STRING)))
    public Response progress(@BeanParam @Valid ProgressEntryFilter filter, @Context HttpHeaders headers) {
        Actor actor = caller.actor();
        return sheets.file(ProgressExport.table(entries.lines(filter, actor)), "progress", headers, actor.language());
    }
}
