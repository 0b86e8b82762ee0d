package org.minsheng.programmes;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A programme in a list.")
public record ProgrammeRow(
        @Schema(description = "Id.") UUID id,
        @Schema(description = "Issuing government.") UUID governmentId,

        @Schema(description = "Its name.", examples = "济宁市兖州区人民政府", maxLength = 200)
        String governmentName,

        @Schema(description = "Year.", examples = "2026", minimum = "1990", maximum = "2200")
        int year,

        @Schema(description = "Title.", examples = "2026年区政府十件民生实事项目", maxLength = 200)
        String title,

        @Schema(description = "State.") ProgrammeStatus status) {
    static final String HQL = "new org.minsheng.programmes.ProgrammeRow(p.id, g.id, g.name, p.year, p.title, p.status)";

    static ProgrammeRow of(ProgrammeState p, String governmentName) {
        return new ProgrammeRow(p.id(), p.governmentId(), governmentName, p.year(), p.title(), p.status());
    }
}
