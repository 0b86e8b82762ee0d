package org.minsheng.units;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A name and the days it held.")
public record UnitNameView(
        @Schema(description = "Name.", examples = "区医保局", maxLength = 200)
        String name,

        @Schema(description = "First day.") LocalDate validFrom,

        @Schema(description = "Last day; null while it holds.")
        LocalDate validTo) {}
