package org.minsheng.units;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A new place in the tree for a unit and everything below it.")
public record Move(
        @Schema(description = "The unit to stand under.") @NotNull
        UUID parentId,

        @Schema(description = "First day in the new place; today when absent.", examples = "2026-06-01")
        LocalDate validFrom,

        @Schema(description = "Document behind it.", examples = "济兗政字〔2026〕12号") @Size(max = 100)
        String documentNumber) {}
