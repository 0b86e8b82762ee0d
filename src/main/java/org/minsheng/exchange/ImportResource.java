package org.minsheng.exchange;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.minsheng.access.Actor;
import org.minsheng.access.Caller;
import org.minsheng.access.Role;
import org.minsheng.http.Answers;
import org.minsheng.http.Idempotent;
import org.minsheng.http.Refusal;
import org.minsheng.limits.Heavy;
import org.minsheng.units.Unit;
import org.minsheng.units.Units;

@Path("/api/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "imports", description = "Whole documents in.")
public class ImportResource {
    private final Caller caller;
    private final Units units;
    private final ProgrammeReader reader;
    private final Answers answers;
    private final TransactionManager transactions;

    ImportResource(
            Caller caller, Units units, ProgrammeReader reader, Answers answers, TransactionManager transactions) {
        this.caller = caller;
        this.units = units;
        this.reader = reader;
        this.answers = answers;
        this.transactions = transactions;
    }

    @POST
    @Path("programmes")
    @RolesAllowed(Role.Names.SUPERVISOR)
    @Idempotent
    @Transactional
    @Heavy
    @Operation(
            operationId = "importProgramme",
            summary = "Import a notice: units, programme, projects and indicators",
            description =
                    "All or nothing. With dryRun=true everything is checked and nothing is written; refused rows are told.")
    @APIResponse(
            responseCode = "200",
            description = "A dry run's report.",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    @APIResponse(
            responseCode = "201",
            description = "Imported, as a draft.",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    public Response programme(
            @Parameter(description = "`true` only checks.") @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @NotNull @Valid ProgrammeImport document)
            throws SystemException {
        Actor actor = caller.actor();
        Unit government = units.governmentOf(actor.scope()).orElseThrow(() -> Refusal.rule("programme.no-government"));
        Reading reading = reader.read(document, government, actor, caller.now());
        if (dryRun) {
            if (transactions.getStatus() == Status.STATUS_ACTIVE) transactions.setRollbackOnly();
            return Response.ok(new ImportReport(true, reading.accepted(), null, reading.rows()))
                    .build();
        }
        if (!reading.accepted())
            throw Refusal.rules(reading.rows().stream()
                    .filter(r -> r.outcome() == ImportReport.Outcome.REFUSED)
                    .map(r -> new Refusal.FieldError(r.pointer(), r.code(), r.detail()))
                    .toList());
        var programme = reading.programme();
        return answers.created(
                "/api/v1/programmes/" + programme.id(),
                programme.version(),
                new ImportReport(false, true, programme.id(), reading.rows()));
    }
}
