package org.minsheng.programmes;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which programmes. */
public record ProgrammeFilter(
        @Parameter(description = "Only this year.") @QueryParam("year") @Min(1990) @Max(2200)
        Integer year,

        @Parameter(description = "Only of this government.") @QueryParam("government")
        UUID government,

        @Parameter(description = "Only in this state.") @QueryParam("status")
        ProgrammeStatus status,

        @Parameter(description = "Text in the title; variants, width and spaces are folded.")
        @QueryParam("q")
        @Size(max = 100)
        String q) {}
