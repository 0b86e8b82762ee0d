package org.minsheng.units;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The names and places of a unit, oldest first.")
public record UnitSpans(
        @Schema(description = "The time spans.", maxItems = 1000)
        List<UnitSpan> items) {}
