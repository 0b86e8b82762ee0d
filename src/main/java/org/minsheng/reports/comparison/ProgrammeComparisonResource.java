package org.minsheng.reports.comparison;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.minsheng.access.Caller;
import org.minsheng.http.Answers;
import org.minsheng.http.CursorSeal;
import org.minsheng.http.Listed;
import org.minsheng.http.Listed.Key;
import org.minsheng.http.Paging;

/** What the register and the reports of a programme said, at one instant and at another. */
@Path("/api/v1/programmes/{id}/comparison")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "programmes")
public class ProgrammeComparisonResource {
    private final Caller caller;
    private final Compared compared;
    private final CursorSeal seal;
    private final Answers answers;

    ProgrammeComparisonResource(Caller caller, Compared compared, CursorSeal seal, Answers answers) {
        this.caller = caller;
        this.compared = compared;
        this.seal = seal;
        this.answers = answers;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "compareProgramme",
            summary = "What changed in a programme between two instants",
            description =
                    "From the ledger: everything of the programme whose recorded state differs, as far as the caller could read it then; a name that is erased is null at both. Sort keys: kind, ordinal, name. How the status of the promises changed between two days is told by /reports/comparison.")
    @APIResponse(
            responseCode = "200",
            description = "A page.",
            content = @Content(schema = @Schema(implementation = ProgrammeComparisonPage.class)))
    public Response compare(
            @PathParam("id") UUID id, @BeanParam @Valid ComparisonFilter filter, @BeanParam @Valid Paging paging) {
        ComparisonFilter wanted = filter.until(caller.now());
        List<Compared.Row> rows = compared.rows(id, wanted, caller.actor());
        return answers.list(
                Listed.of("programme-comparison", wanted.to(), rows)
                        .given(wanted.from(), row -> true)
                        .given(id, row -> true)
                        .given(wanted.project(), row -> true)
                        .given(wanted.subjectType(), row -> true)
                        .sorted(
                                "kind,ordinal,name",
                                Compared.Row::key,
                                Key.value("kind", Integer.class, Compared.Row::kind),
                                Key.value("ordinal", Integer.class, Compared.Row::ordinal),
                                Key.name("name", row -> row.subject().name()))
                        .read(paging, seal)
                        .map(Compared.Row::subject),
                paging,
                ChangedSubject.class);
    }
}
