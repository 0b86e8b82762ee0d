package org.minsheng.programmes;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The notice, character for character; places count Unicode code points.")
public record NewSource(
        @Schema(description = "The text.", examples = "济兗政发〔2026〕2号") @NotBlank @Size(max = 200_000)
        String text,

        @Schema(description = "Where the annex stands; the whole text when absent.") @Valid
        Span annex) {}
