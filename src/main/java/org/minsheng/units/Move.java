package org.minsheng.units;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A new place in the tree for a unit and everything below it.")
public record Move(
        @Schema(description = "The unit to stand under.") @NotNull
        UUID parentId) {}
