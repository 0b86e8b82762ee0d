package org.minsheng.indicators;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.projects.ProjectView;
import org.minsheng.units.UnitRow;

@Schema(description = "A project, with its indicators and units when expanded.")
public record ProjectSheet(
        @JsonUnwrapped ProjectView project,

        @Schema(description = "Indicators in order; only with expand=indicators.", maxItems = 1000)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        List<IndicatorView> indicators,

        @Schema(description = "Units of the project as they are today; only with expand=units.", maxItems = 500)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        List<UnitRow> units) {}
