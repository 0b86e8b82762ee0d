package org.minsheng.chronicle;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.minsheng.access.Actor;
import org.minsheng.access.Caller;
import org.minsheng.http.Answers;
import org.minsheng.http.Paging;
import org.minsheng.http.Refusal;
import org.minsheng.programmes.Programme;
import org.minsheng.programmes.Programmes;
import org.minsheng.projects.ProjectDetail;
import org.minsheng.projects.Projects;
import org.minsheng.sheets.CsvTable;
import org.minsheng.sheets.Sheets;
import org.minsheng.sheets.XlsxTable;
import org.minsheng.time.Time;

@Path("/api/v1/projects/{id}/ledger")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ledger")
public class ChronicleResource {
    private final Caller caller;
    private final Chronicle chronicle;
    private final Projects projects;
    private final Programmes programmes;
    private final Answers answers;
    private final Sheets sheets;

    ChronicleResource(
            Caller caller,
            Chronicle chronicle,
            Projects projects,
            Programmes programmes,
            Answers answers,
            Sheets sheets) {
        this.caller = caller;
        this.chronicle = chronicle;
        this.projects = projects;
        this.programmes = programmes;
        this.answers = answers;
        this.sheets = sheets;
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, CsvTable.MEDIA_TYPE, XlsxTable.MEDIA_TYPE})
    @Operation(
            operationId = "getProjectLedger",
            summary = "The story of a project, act by act, oldest first (全周期台账)",
            description =
                    "Who did what and when, from which to which value and why, in sentences. Sort key: at. As CSV or workbook it is the whole story that the filters leave, and limit, cursor and fields do not matter. What the caller may not read, e.g. another unit's draft, is not told.")
    @APIResponse(
            responseCode = "200",
            description = "A page.",
            content = @Content(schema = @Schema(implementation = ChroniclePage.class)))
    public Response get(
            @PathParam("id") UUID id,
            @BeanParam @Valid ChronicleFilter filter,
            @BeanParam @Valid Paging paging,
            @Context HttpHeaders headers) {
        Actor actor = caller.actor();
        ProjectDetail project = projects.detail(id, actor.scope()).orElseThrow(Refusal::notFound);
        if (filter.from() != null && filter.to() != null && !filter.from().isBefore(filter.to()))
            throw Refusal.badParameter("from", "request.from-not-before-to");
        if (!sheets.isTable(headers))
            return answers.list(chronicle.page(project, filter, paging, actor), paging, ChronicleLine.class);
        Programme programme =
                programmes.readable(project.programmeId(), actor.scope()).orElseThrow(Refusal::notFound);
        List<ChronicleLine> lines = chronicle.whole(project, filter, paging.sort(), actor);
        return sheets.answer(
                lines,
                Story.of(programme, project, lines, actor).table(Time.dayOf(caller.now()), actor.language()),
                "ledger-" + project.code(),
                headers,
                actor.language());
    }
}
