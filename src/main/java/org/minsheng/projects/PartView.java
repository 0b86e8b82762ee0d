package org.minsheng.projects;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A unit or a group in a project, under the name it had when this was written.")
public record PartView(
        @Schema(description = "Unit; null for a group.", nullable = true)
        UUID unitId,

        @Schema(description = "Group of units; null for a unit.", nullable = true)
        UUID groupId,

        @Schema(description = "Name as written.", examples = "区医保局", maxLength = 200)
        String name) {
    static PartView of(Part part) {
        return new PartView(part.unitId(), part.groupId(), part.name());
    }
}
