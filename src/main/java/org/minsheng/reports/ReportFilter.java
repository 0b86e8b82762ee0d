package org.minsheng.reports;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which programme, on which day. */
public record ReportFilter(
        @Parameter(description = "The programme.", required = true) @QueryParam("programme") @NotNull
        UUID programme,

        @Parameter(description = "The day; today when absent.", example = "2026-07-31") @QueryParam("date")
        LocalDate date) {}
