package org.minsheng.reports;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.minsheng.access.Actor;
import org.minsheng.access.Caller;
import org.minsheng.http.Answers;
import org.minsheng.http.Language;
import org.minsheng.http.Refusal;
import org.minsheng.programmes.ProgrammeView;
import org.minsheng.programmes.Programmes;
import org.minsheng.status.ProjectState;
import org.minsheng.status.ProjectStates;
import org.minsheng.time.Time;

@Path("/api/v1/reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports", description = "Tables over a programme, on any day; as JSON, CSV or XLSX.")
public class ReportResource {
    private final Caller caller;
    private final Programmes programmes;
    private final ProjectStates states;
    private final Answers answers;

    ReportResource(Caller caller, Programmes programmes, ProjectStates states, Answers answers) {
        this.caller = caller;
        this.programmes = programmes;
        this.states = states;
        this.answers = answers;
    }

    @GET
    @Path("overview")
    @Authenticated
    @Operation(operationId = "getOverview", summary = "A programme in a few numbers")
    @APIResponse(
            responseCode = "200",
            description = "The overview.",
            content = @Content(schema = @Schema(implementation = Overview.class)))
    public Response overview(@BeanParam @Valid ReportFilter filter) {
        Actor actor = caller.actor();
        ProgrammeView programme = programme(filter, actor);
        LocalDate day = day(filter);
        return answers.whole(
                Overview.of(programme.id(), programme.title(), day, states(filter, actor), actor.language()));
    }

    @GET
    @Path("board")
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, CsvTable.MEDIA_TYPE, XlsxTable.MEDIA_TYPE})
    @Operation(
            operationId = "getBoard",
            summary = "Every promise of a programme with its status (台账表)",
            description =
                    "By Accept as JSON, as CSV (RFC 4180, UTF-8 with BOM), or as XLSX in the form officials print.")
    @APIResponse(
            responseCode = "200",
            description = "The board.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Board.class)),
                @Content(
                        mediaType = CsvTable.MEDIA_TYPE,
                        schema = @Schema(type = SchemaType.STRING, maxLength = 100_000_000)),
                @Content(
                        mediaType = XlsxTable.MEDIA_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response board(@BeanParam @Valid ReportFilter filter, @jakarta.ws.rs.core.Context HttpHeaders headers) {
        Actor actor = caller.actor();
        ProgrammeView programme = programme(filter, actor);
        String number = programme.mandate() == null ? null : programme.mandate().documentNumber();
        List<ProjectState> projects = states(filter, actor);
        Board board = new Board(
                programme.id(),
                programme.title(),
                number,
                day(filter),
                projects.stream().anyMatch(ProjectState::demonstration),
                Board.rows(projects));
        Language language = actor.language();
        return switch (wanted(headers)) {
            case CsvTable.MEDIA_TYPE ->
                file(
                        out -> CsvTable.write(Table.of(board), language, out),
                        CsvTable.MEDIA_TYPE + ";charset=UTF-8",
                        "csv",
                        board);
            case XlsxTable.MEDIA_TYPE ->
                file(out -> XlsxTable.write(Table.of(board), language, out), XlsxTable.MEDIA_TYPE, "xlsx", board);
            default -> answers.whole(board);
        };
    }

    private static String wanted(HttpHeaders headers) {
        for (MediaType type : headers.getAcceptableMediaTypes())
            for (String offered : List.of(MediaType.APPLICATION_JSON, CsvTable.MEDIA_TYPE, XlsxTable.MEDIA_TYPE))
                if (type.isCompatible(MediaType.valueOf(offered))) return offered;
        return MediaType.APPLICATION_JSON;
    }

    private static Response file(StreamingOutput content, String type, String suffix, Board board) {
        return Response.ok(content)
                .type(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"board-" + board.date() + "." + suffix + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    private ProgrammeView programme(ReportFilter filter, Actor actor) {
        return ProgrammeView.of(
                programmes.readable(filter.programme(), actor.scope()).orElseThrow(Refusal::notFound), actor);
    }

    private List<ProjectState> states(ReportFilter filter, Actor actor) {
        return states.of(filter.programme(), day(filter), Time.dayOf(caller.now()), actor);
    }

    private LocalDate day(ReportFilter filter) {
        return filter.date() == null ? Time.dayOf(caller.now()) : filter.date();
    }
}
