package org.minsheng.units;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What may be corrected of a unit; a new name is a renaming, a new place a move.")
public record UnitEdit(
        @Schema(description = "Code, unique within the government.", examples = "ybj")
        @NotBlank
        @Size(max = 40)
        @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]*")
        String code,

        @Schema(description = "Unified social credit code, GB 32100-2015.", examples = "91350100M000100Y43")
        @UnifiedSocialCreditCode
        @Size(max = 18)
        String creditCode,

        @Schema(description = "Division code, GB/T 2260.", examples = "370812")
        @AdministrativeDivisionCode
        @Size(max = 12)
        String divisionCode,

        @Schema(description = "Where this entry comes from.", examples = "named in the notice") @Size(max = 500)
        String source) {
    static UnitEdit of(Unit unit) {
        return new UnitEdit(unit.code, unit.creditCode, unit.divisionCode, unit.source);
    }
}
