package org.minsheng.ledger.reading;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which entries of the log. */
public record LedgerFilter(
        @Parameter(
                description = "Stream: kind and id of what changed.",
                example = "project/0197f2d4-7c1e-7e0a-9a55-3a1f6d2b8c01")
        @QueryParam("stream")
        @Size(max = 80)
        @Pattern(regexp = "[a-z-]+/[0-9a-f-]+")
        String stream,

        @Parameter(description = "Kind of what changed.", example = "progress-entry")
        @QueryParam("subjectType")
        @Size(max = 40)
        @Pattern(regexp = "[a-z-]+")
        String subjectType,

        @Parameter(description = "Id of what changed.") @QueryParam("subject")
        UUID subject,

        @Parameter(description = "Programme.") @QueryParam("programme")
        UUID programme,

        @Parameter(description = "Project.") @QueryParam("project")
        UUID project,

        @Parameter(description = "Account that acted.") @QueryParam("actor")
        UUID actor,

        @Parameter(description = "What was done.", example = "progress.approved")
        @QueryParam("action")
        @Size(max = 80)
        @Pattern(regexp = "[a-z.-]+")
        String action,

        @Parameter(description = "Recorded at or after this instant.") @QueryParam("from")
        Instant from,

        @Parameter(description = "Recorded before this instant.") @QueryParam("to")
        Instant to) {}
