package org.minsheng.units;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The names of a unit, oldest first.")
public record UnitNames(
        @Schema(description = "The names.", maxItems = 1000) List<UnitNameView> items) {}
