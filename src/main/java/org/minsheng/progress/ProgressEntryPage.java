package org.minsheng.progress;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Page;

@Schema(description = "A page of progress entries.")
public record ProgressEntryPage(
        @Schema(description = "The entries.", maxItems = 200)
        List<ProgressEntryView> items,

        @Schema(description = "Position.") Page.PageInfo page) {}
