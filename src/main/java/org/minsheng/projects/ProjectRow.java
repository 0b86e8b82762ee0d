package org.minsheng.projects;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Language;

@Schema(description = "A project in a list.")
public record ProjectRow(
        @Schema(description = "Id.") UUID id,
        @Schema(description = "Programme.") UUID programmeId,

        @Schema(description = "Number in the notice.", examples = "2", minimum = "1", maximum = "9999")
        int ordinal,

        @Schema(description = "Code.", examples = "2026-02", maxLength = 20)
        String code,

        @Schema(description = "Name.", examples = "优化养老服务供给", maxLength = 200)
        String name,

        @Schema(description = "State.") ProjectStatus status,

        @Schema(description = "State, as people read it.", examples = "正常", maxLength = 50)
        String statusLabel,

        @Schema(description = "Lead units in order.", maxItems = 20)
        List<PartView> leadUnits,

        @Schema(description = "Co-organising units and groups in order.", maxItems = 220)
        List<PartView> coUnits) {
    static ProjectRow of(ProjectDetail p, List<Part> parts, Language language) {
        return new ProjectRow(
                p.id(),
                p.programmeId(),
                p.ordinal(),
                p.code(),
                p.name(),
                p.status(),
                p.status().in(language),
                ProjectView.parts(parts, UnitRole.LEAD),
                ProjectView.parts(parts, UnitRole.CO));
    }
}
