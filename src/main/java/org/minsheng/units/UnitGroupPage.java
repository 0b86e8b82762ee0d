package org.minsheng.units;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Page;

@Schema(description = "A page of groups of units.")
public record UnitGroupPage(
        @Schema(description = "The groups.", maxItems = 200) List<UnitGroupRow> items,
        @Schema(description = "Position.") Page.PageInfo page) {}
