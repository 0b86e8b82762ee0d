package org.minsheng.programmes;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Page;

@Schema(description = "A page of programmes.")
public record ProgrammePage(
        @Schema(description = "The programmes.", maxItems = 200)
        List<ProgrammeRow> items,

        @Schema(description = "Position.") Page.PageInfo page) {}
