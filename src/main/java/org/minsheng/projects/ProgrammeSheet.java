package org.minsheng.projects;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.programmes.ProgrammeView;

@Schema(description = "A programme, with its projects when expanded.")
public record ProgrammeSheet(
        @JsonUnwrapped ProgrammeView programme,

        @Schema(description = "Projects in the notice's order; only with expand=projects.", maxItems = 1000)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        List<ProjectRow> projects) {}
