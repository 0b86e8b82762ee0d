package org.minsheng.units;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A group of units in a list.")
public record UnitGroupRow(
        @Schema(description = "Id.") UUID id,

        @Schema(description = "Government whose group it is.")
        UUID governmentId,

        @Schema(description = "Code, unique within the government.", examples = "towns", maxLength = 40)
        String code,

        @Schema(description = "Name.", examples = "各镇街", maxLength = 200)
        String name) {}
