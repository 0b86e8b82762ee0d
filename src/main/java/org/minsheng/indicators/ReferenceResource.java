package org.minsheng.indicators;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.minsheng.access.Role;
import org.minsheng.accounts.AccountStatus;
import org.minsheng.http.Answers;
import org.minsheng.programmes.ChangeOrder;
import org.minsheng.programmes.ProgrammeStatus;
import org.minsheng.projects.ProjectStatus;
import org.minsheng.projects.UnitRole;
import org.minsheng.units.UnitType;

@Path("/api/v1/reference")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reference", description = "Units of measure and labels.")
public class ReferenceResource {
    private static final Reference REFERENCE = new Reference(
            Reference.measures(),
            List.of(new Reference.Scale("万", 10_000), new Reference.Scale("亿", 100_000_000)),
            List.of(
                    Reference.of("measureKind", MeasureKind.values()),
                    Reference.of("commitment", Commitment.values()),
                    Reference.of("comparison", Comparison.values()),
                    Reference.of("reportingBasis", ReportingBasis.values()),
                    Reference.of("keptBy", KeptBy.values()),
                    Reference.of("projectStatus", ProjectStatus.values()),
                    Reference.of("unitRole", UnitRole.values()),
                    Reference.of("programmeStatus", ProgrammeStatus.values()),
                    Reference.of("changeOrderAction", ChangeOrder.Action.values()),
                    Reference.of("unitType", UnitType.values()),
                    Reference.of("accountStatus", AccountStatus.values()),
                    Reference.of("role", Role.values())));

    private final Answers answers;

    ReferenceResource(Answers answers) {
        this.answers = answers;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "getReference",
            summary = "Units of measure and enumerations with labels in both languages")
    @APIResponse(
            responseCode = "200",
            description = "The reference data.",
            content = @Content(schema = @Schema(implementation = Reference.class)))
    public Response get() {
        return answers.whole(REFERENCE);
    }
}
