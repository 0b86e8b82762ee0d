package org.minsheng.reports;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.minsheng.access.Actor;
import org.minsheng.access.Caller;
import org.minsheng.http.Refusal;
import org.minsheng.indicators.Indicator;
import org.minsheng.indicators.Plans;
import org.minsheng.programmes.ProgrammeView;
import org.minsheng.programmes.Programmes;
import org.minsheng.progress.Duties;
import org.minsheng.progress.Duty;
import org.minsheng.progress.Owed;
import org.minsheng.progress.Period;
import org.minsheng.progress.Periods;
import org.minsheng.sheets.CsvTable;
import org.minsheng.sheets.Sheets;
import org.minsheng.sheets.XlsxTable;
import org.minsheng.status.ProjectState;
import org.minsheng.status.ProjectStates;
import org.minsheng.time.Time;
import org.minsheng.units.Unit;
import org.minsheng.units.Units;

/** Reports on reporting: who has, who has not, what is due. */
@Path("/api/v1/reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
public class ReportingResource {
    private static final String ME = "me";
    private final Caller caller;
    private final Programmes programmes;
    private final Periods periods;
    private final Plans plans;
    private final Duties duties;
    private final Units units;
    private final ProjectStates states;
    private final Sheets sheets;

    ReportingResource(
            Caller caller,
            Programmes programmes,
            Periods periods,
            Plans plans,
            Duties duties,
            Units units,
            ProjectStates states,
            Sheets sheets) {
        this.caller = caller;
        this.programmes = programmes;
        this.periods = periods;
        this.plans = plans;
        this.duties = duties;
        this.units = units;
        this.states = states;
        this.sheets = sheets;
    }

    @GET
    @Path("units")
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, CsvTable.MEDIA_TYPE, XlsxTable.MEDIA_TYPE})
    @Operation(
            operationId = "getUnitReport",
            summary = "How units stand and how they report",
            description = "All units for supervision office and leader, else those the caller works in.")
    @APIResponse(
            responseCode = "200",
            description = "The report.",
            content = @Content(schema = @Schema(implementation = UnitReport.class)))
    public Response units(@BeanParam @Valid ReportFilter filter, @Context HttpHeaders headers) {
        Actor actor = caller.actor();
        ProgrammeView programme = programme(filter.programme(), actor);
        LocalDate today = Time.dayOf(caller.now());
        LocalDate day = filter.date() == null ? today : filter.date();
        List<ProjectState> shown = states.of(programme.id(), day, today, actor).stream()
                .filter(filter::shows)
                .toList();
        Set<UUID> projects = shown.stream().map(ProjectState::projectId).collect(Collectors.toSet());
        List<Indicator> promises = plans.promises(programme.id(), null, actor.scope()).stream()
                .filter(i -> projects.contains(i.project().id()))
                .toList();
        List<Period> all = periods.ofProgramme(programme.id());
        List<Period> due = all.stream().filter(p -> p.dueOn().isBefore(day)).toList();
        List<Duty> owed = duties.of(promises, all);
        UnitReport report = new UnitReport(
                programme.id(),
                programme.title(),
                day,
                shown.stream().anyMatch(ProjectState::demonstration),
                UnitReport.rows(
                        duties.units(owed, actor.scope(), actor.oversees()),
                        owed.stream().filter(d -> due.contains(d.period())).toList(),
                        duties.filed(due),
                        plans.leads(promises),
                        shown.stream().flatMap(p -> p.indicators().stream()).toList(),
                        actor.language()));
        return sheets.answer(report, report.table(), "units-" + day, headers, actor.language());
    }

    @GET
    @Path("coverage")
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, CsvTable.MEDIA_TYPE, XlsxTable.MEDIA_TYPE})
    @Operation(
            operationId = "getCoverage",
            summary = "Which unit has not reported for a period",
            description = "All units for supervision office and leader, else those the caller works in.")
    @APIResponse(
            responseCode = "200",
            description = "The report.",
            content = @Content(schema = @Schema(implementation = Coverage.class)))
    public Response coverage(
            @Parameter(description = "The programme.", required = true) @QueryParam("programme") @NotNull UUID id,
            @Parameter(
                            description = "Code of the period; the latest one due before `date` when absent.",
                            example = "2026-03")
                    @QueryParam("period")
                    @Size(max = 10)
                    String code,
            @Parameter(description = "The day; today when absent.", example = "2026-07-31") @QueryParam("date")
                    LocalDate date,
            @Context HttpHeaders headers) {
        Actor actor = caller.actor();
        ProgrammeView programme = programme(id, actor);
        Period period = period(periods.ofProgramme(id), code, date).orElse(null);
        List<Period> wanted = period == null ? List.of() : List.of(period);
        List<Duty> owed = duties.of(plans.promises(id, null, actor.scope()), wanted);
        List<Unit> shown = duties.units(owed, actor.scope(), actor.oversees());
        Coverage coverage = Coverage.of(id, programme.title(), period, shown, owed, duties.filed(wanted));
        return sheets.answer(
                coverage,
                coverage.table(),
                "coverage-" + (period == null ? "none" : period.code()),
                headers,
                actor.language());
    }

    @GET
    @Path("due")
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, CsvTable.MEDIA_TYPE, XlsxTable.MEDIA_TYPE})
    @Operation(operationId = "getDueReports", summary = "What a unit has to report now, with its last values")
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem404")
    @APIResponse(
            responseCode = "200",
            description = "The report.",
            content = @Content(schema = @Schema(implementation = DueReports.class)))
    public Response due(
            @Parameter(description = "`me` for the own unit, or the id of one the caller may see.", example = "me")
                    @QueryParam("unit")
                    @DefaultValue(ME)
                    @Size(max = 36)
                    String unit,
            @Parameter(description = "Only this programme.") @QueryParam("programme") UUID programme,
            @Parameter(description = "The day, today or later; today when absent.", example = "2026-07-31")
                    @QueryParam("date")
                    LocalDate date,
            @Context HttpHeaders headers) {
        Actor actor = caller.actor();
        Unit whose = unit(unit, actor);
        LocalDate today = Time.dayOf(caller.now());
        if (date != null && date.isBefore(today)) throw Refusal.badParameter("date", "report.day-is-over");
        LocalDate day = date == null ? today : date;
        List<Owed> owed = duties.owedBy(whose.id(), programme, actor.scope(), day);
        DueReports report = new DueReports(
                whose.id(),
                day,
                owed.stream().anyMatch(Owed::isDemonstration),
                owed.stream()
                        .map(row -> DueReports.Row.of(row, day, actor.language()))
                        .toList());
        return sheets.answer(report, report.table(), "due-" + day, headers, actor.language());
    }

    /** Drafts and returned entries are working data: of units the caller works in, or of all for who oversees. */
    private Unit unit(String wanted, Actor actor) {
        if (wanted.equals(ME) && actor.scope().unit() == null) throw Refusal.badParameter("unit", "report.no-unit");
        UUID id;
        try {
            id = wanted.equals(ME) ? actor.scope().unit() : UUID.fromString(wanted);
        } catch (IllegalArgumentException e) {
            throw Refusal.badParameter("unit", "request.unreadable-parameter", "unit", "UUID");
        }
        return units.readable(id, actor.scope())
                .filter(u -> actor.oversees() || actor.scope().mayWorkIn(u.path()))
                .orElseThrow(Refusal::notFound);
    }

    private Optional<Period> period(List<Period> all, String code, LocalDate date) {
        LocalDate day = date == null ? Time.dayOf(caller.now()) : date;
        if (code == null)
            return all.stream().filter(p -> p.dueOn().isBefore(day)).max(Comparator.comparing(Period::startsOn));
        return Optional.of(all.stream()
                .filter(p -> p.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.badParameter("period", "progress.unknown-period")));
    }

    private ProgrammeView programme(UUID id, Actor actor) {
        return ProgrammeView.of(programmes.readable(id, actor.scope()).orElseThrow(Refusal::notFound), actor);
    }
}
