package org.minsheng.reports;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.minsheng.access.Actor;
import org.minsheng.access.Caller;
import org.minsheng.http.Refusal;
import org.minsheng.programmes.ProgrammeView;
import org.minsheng.programmes.Programmes;
import org.minsheng.progress.Periods;
import org.minsheng.sheets.CsvTable;
import org.minsheng.sheets.Sheets;
import org.minsheng.sheets.XlsxTable;
import org.minsheng.status.Light;
import org.minsheng.status.ProjectState;
import org.minsheng.status.ProjectStates;
import org.minsheng.status.ScheduleStatus;
import org.minsheng.time.Time;

@Path("/api/v1/reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports", description = "Tables over a programme, on any day; as JSON, CSV or XLSX.")
public class ReportResource {
    private final Caller caller;
    private final Programmes programmes;
    private final Periods periods;
    private final ProjectStates states;
    private final Sheets sheets;

    ReportResource(Caller caller, Programmes programmes, Periods periods, ProjectStates states, Sheets sheets) {
        this.caller = caller;
        this.programmes = programmes;
        this.periods = periods;
        this.states = states;
        this.sheets = sheets;
    }

    @GET
    @Path("overview")
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, CsvTable.MEDIA_TYPE, XlsxTable.MEDIA_TYPE})
    @Operation(operationId = "getOverview", summary = "A programme in a few numbers")
    @APIResponse(
            responseCode = "200",
            description = "The overview.",
            content = @Content(schema = @Schema(implementation = Overview.class)))
    public Response overview(@BeanParam @Valid ReportFilter filter, @Context HttpHeaders headers) {
        Actor actor = caller.actor();
        ProgrammeView programme = programme(filter.programme(), actor);
        LocalDate day = day(filter.date());
        List<ProjectState> shown = states.of(programme.id(), day, Time.dayOf(caller.now()), actor).stream()
                .filter(filter::shows)
                .toList();
        Overview overview = Overview.of(programme.id(), programme.title(), day, shown, actor.language());
        return sheets.answer(overview, overview.table(actor.language()), "overview-" + day, headers, actor.language());
    }

    @GET
    @Path("board")
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, CsvTable.MEDIA_TYPE, XlsxTable.MEDIA_TYPE})
    @Operation(operationId = "getBoard", summary = "Every promise of a programme with its status (台账表)")
    @APIResponse(
            responseCode = "200",
            description = "The board.",
            content = @Content(schema = @Schema(implementation = Board.class)))
    public Response board(
            @BeanParam @Valid ReportFilter filter,
            @Parameter(description = "Only promises in this status.") @QueryParam("status") ScheduleStatus status,
            @Parameter(description = "Only promises with this light.") @QueryParam("light") Light light,
            @Context HttpHeaders headers) {
        Actor actor = caller.actor();
        ProgrammeView programme = programme(filter.programme(), actor);
        LocalDate day = day(filter.date());
        List<ProjectState> shown = states.of(programme.id(), day, Time.dayOf(caller.now()), actor).stream()
                .filter(filter::shows)
                .toList();
        Board board = new Board(
                programme.id(),
                programme.title(),
                programme.mandate() == null ? null : programme.mandate().documentNumber(),
                day,
                shown.stream().anyMatch(ProjectState::demonstration),
                Board.rows(
                        shown,
                        periods.ofProgramme(programme.id()),
                        i -> (status == null || i.status() == status) && (light == null || i.light() == light)));
        return sheets.answer(board, board.table(), "board-" + day, headers, actor.language());
    }

    @GET
    @Path("trend")
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, CsvTable.MEDIA_TYPE, XlsxTable.MEDIA_TYPE})
    @Operation(
            operationId = "getTrend",
            summary = "Planned and actual curve of projects and promises",
            description = "At the month ends of their windows; ask for one project or one promise to keep it small.")
    @APIResponse(
            responseCode = "200",
            description = "The report.",
            content = @Content(schema = @Schema(implementation = Trend.class)))
    public Response trend(
            @BeanParam @Valid ReportFilter filter,
            @Parameter(description = "Only this promise.") @QueryParam("indicator") UUID indicator,
            @Context HttpHeaders headers) {
        Actor actor = caller.actor();
        ProgrammeView programme = programme(filter.programme(), actor);
        LocalDate day = day(filter.date());
        Trend trend = Trends.of(
                programme.id(),
                day,
                states.on(programme.id(), Trends.days(programme.year(), day), Time.dayOf(caller.now()), actor),
                filter,
                indicator);
        return sheets.answer(trend, trend.table(programme.title()), "trend-" + day, headers, actor.language());
    }

    @GET
    @Path("comparison")
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, CsvTable.MEDIA_TYPE, XlsxTable.MEDIA_TYPE})
    @Operation(operationId = "getComparison", summary = "What changed between two days")
    @APIResponse(
            responseCode = "200",
            description = "The report.",
            content = @Content(schema = @Schema(implementation = Comparison.class)))
    public Response comparison(
            @Parameter(description = "The programme.", required = true) @QueryParam("programme") @NotNull UUID id,
            @Parameter(description = "The earlier day.", required = true, example = "2026-06-30")
                    @QueryParam("from")
                    @NotNull
                    LocalDate from,
            @Parameter(description = "The later day; today when absent.", example = "2026-07-31") @QueryParam("to")
                    LocalDate to,
            @Context HttpHeaders headers) {
        Actor actor = caller.actor();
        ProgrammeView programme = programme(id, actor);
        LocalDate later = day(to);
        if (later.isBefore(from)) throw Refusal.badParameter("to", "request.to-before-from");
        Map<LocalDate, List<ProjectState>> on =
                states.on(id, new TreeSet<>(List.of(from, later)), Time.dayOf(caller.now()), actor);
        List<Comparison.Row> rows = Comparison.rows(on.get(from), on.get(later));
        Comparison comparison = new Comparison(
                id,
                programme.title(),
                from,
                later,
                on.values().stream().flatMap(List::stream).anyMatch(ProjectState::demonstration),
                rows.stream().filter(r -> r.turn() < 0).count(),
                rows.stream().filter(r -> r.turn() > 0).count(),
                rows);
        return sheets.answer(
                comparison, comparison.table(), "comparison-" + from + "-" + later, headers, actor.language());
    }

    private ProgrammeView programme(UUID id, Actor actor) {
        return ProgrammeView.of(programmes.readable(id, actor.scope()).orElseThrow(Refusal::notFound), actor);
    }

    private LocalDate day(LocalDate wanted) {
        return wanted == null ? Time.dayOf(caller.now()) : wanted;
    }
}
