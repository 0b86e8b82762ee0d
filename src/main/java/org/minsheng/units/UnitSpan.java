package org.minsheng.units;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A name and a place in the tree, and the days they held.")
public record UnitSpan(
        @Schema(description = "Name.", examples = "区医保局", maxLength = 200)
        String name,

        @Schema(description = "Unit above; null for a root.", nullable = true)
        UUID parentId,

        @Schema(description = "First day.", examples = "2026-01-01")
        LocalDate validFrom,

        @Schema(description = "Last day; null while it holds.", examples = "2026-05-31", nullable = true)
        LocalDate validTo) {

    /** The name on a day, of spans oldest first; outside of all of them the nearest one's. */
    public static String nameOn(LocalDate day, List<UnitSpan> spans) {
        String name = null;
        for (UnitSpan span : spans) if (name == null || !span.validFrom.isAfter(day)) name = span.name;
        return name;
    }
}
