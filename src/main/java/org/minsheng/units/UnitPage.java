package org.minsheng.units;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Page;

@Schema(description = "A page of units.")
public record UnitPage(
        @Schema(description = "The units.", maxItems = 200) List<UnitRow> items,
        @Schema(description = "Position.") Page.PageInfo page) {}
