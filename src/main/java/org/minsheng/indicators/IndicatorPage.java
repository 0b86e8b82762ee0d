package org.minsheng.indicators;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Page;

@Schema(description = "A page of indicators.")
public record IndicatorPage(
        @Schema(description = "The indicators.", maxItems = 200)
        List<IndicatorView> items,

        @Schema(description = "Position.") Page.PageInfo page) {}
