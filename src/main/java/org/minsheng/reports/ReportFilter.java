package org.minsheng.reports;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.minsheng.status.ProjectState;

/** Which programme, on which day, and of it what. */
public record ReportFilter(
        @Parameter(description = "The programme.", required = true) @QueryParam("programme") @NotNull
        UUID programme,

        @Parameter(description = "The day; today when absent.", example = "2026-07-31") @QueryParam("date")
        LocalDate date,

        @Parameter(description = "Only this project.") @QueryParam("project")
        UUID project,

        @Parameter(description = "Only projects that this unit leads.") @QueryParam("leadUnit")
        UUID leadUnit) {

    boolean shows(ProjectState state) {
        return (project == null || project.equals(state.projectId()))
                && (leadUnit == null
                        || state.leadUnits().stream().anyMatch(part -> Objects.equals(leadUnit, part.unitId())));
    }
}
