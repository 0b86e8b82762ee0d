package org.minsheng.accounts;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A code of the second factor.")
public record FactorCode(
        @Schema(description = "Six digits.", examples = "123456")
        @NotNull
        @Size(min = 6, max = 6)
        @Pattern(regexp = "[0-9]{6}")
        String code) {}
