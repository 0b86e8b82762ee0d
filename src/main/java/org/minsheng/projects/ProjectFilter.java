package org.minsheng.projects;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which projects. */
public record ProjectFilter(
        @Parameter(description = "Only of this programme.") @QueryParam("programme")
        UUID programme,

        @Parameter(description = "Only of this year.") @QueryParam("year") @Min(1990) @Max(2200)
        Integer year,

        @Parameter(description = "Only led by this unit: its id, code or name as written.", example = "区医保局")
        @QueryParam("leadUnit")
        @Size(max = 200)
        String leadUnit,

        @Parameter(description = "Only with this unit in any role: its id, code or name as written.")
        @QueryParam("unit")
        @Size(max = 200)
        String unit,

        @Parameter(description = "Only in this state.") @QueryParam("status")
        ProjectStatus status,

        @Parameter(description = "Only changed at or after this instant.", example = "2026-06-30T08:00:00Z")
        @QueryParam("updatedSince")
        Instant updatedSince,

        @Parameter(description = "Text in name or content; variants, width and spaces are folded.")
        @QueryParam("q")
        @Size(max = 100)
        String q) {
    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    UUID leadUnitId() {
        return idOf(leadUnit);
    }

    /** Its code or name as written, where it is no id. */
    String leadUnitName() {
        return leadUnitId() == null ? leadUnit : null;
    }

    UUID unitId() {
        return idOf(unit);
    }

    String unitName() {
        return unitId() == null ? unit : null;
    }

    private static UUID idOf(String unit) {
        return unit != null && ID.matcher(unit).matches() ? UUID.fromString(unit) : null;
    }
}
