package org.minsheng.progress;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which progress entries. */
public record ProgressEntryFilter(
        @Parameter(description = "Only of this programme.") @QueryParam("programme")
        UUID programme,

        @Parameter(description = "Only of this project.") @QueryParam("project")
        UUID project,

        @Parameter(description = "Only on this indicator.") @QueryParam("indicator")
        UUID indicator,

        @Parameter(description = "Only of this unit.") @QueryParam("unit")
        UUID unit,

        @Parameter(description = "Only for the period with this code.", example = "2026-03")
        @QueryParam("period")
        @Size(max = 10)
        String period,

        @Parameter(description = "Only in this state.") @QueryParam("status")
        EntryStatus status,

        @Parameter(description = "Only changed at or after this instant.", example = "2026-06-30T08:00:00Z")
        @QueryParam("updatedSince")
        Instant updatedSince) {

    /** Whether something is named whose entries an index has in order of their periods. */
    boolean namesSomething() {
        return indicator != null || unit != null || project != null || programme != null;
    }
}
