package org.minsheng.units;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A new name from a day on; what was written before keeps the old one.")
public record Renaming(
        @Schema(description = "New name.", examples = "区医疗保障局") @NotBlank @Size(max = 200)
        String name,

        @Schema(description = "First day of the new name; today when absent.", examples = "2026-06-01")
        LocalDate validFrom,

        @Schema(description = "Document behind it.", examples = "济兗政字〔2026〕12号") @Size(max = 100)
        String documentNumber) {}
