package org.minsheng.projects;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Page;

@Schema(description = "A page of projects.")
public record ProjectPage(
        @Schema(description = "The projects.", maxItems = 200)
        List<ProjectRow> items,

        @Schema(description = "Position.") Page.PageInfo page) {}
