package org.minsheng.reports.comparison;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Page;

@Schema(description = "A page of what changed in a programme between two instants.")
public record ProgrammeComparisonPage(
        @Schema(description = "What changed.", maxItems = 200)
        List<ChangedSubject> items,

        @Schema(description = "Position.") Page.PageInfo page) {}
