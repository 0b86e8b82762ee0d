package org.minsheng.units;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A unit to enter into the tree.")
public record NewUnit(
        @Schema(description = "Own id (UUIDv7) of an offline client; sent again with the same body it is a replay.")
        UUID id,

        @Schema(description = "Unit above; none makes a new root, which must be a GOVERNMENT.")
        UUID parentId,

        @Schema(description = "Code, unique within the government.", examples = "ybj")
        @NotBlank
        @Size(max = 40)
        @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]*")
        String code,

        @Schema(description = "Kind of organisation.", examples = "DEPARTMENT") @NotNull
        UnitType type,

        @Schema(description = "Name as used in documents.", examples = "区医保局") @NotBlank @Size(max = 200)
        String name,

        @Schema(description = "Unified social credit code, GB 32100-2015.", examples = "91350100M000100Y43")
        @UnifiedSocialCreditCode
        @Size(max = 18)
        String creditCode,

        @Schema(
                description = "Division code, GB/T 2260 (6 digits) or its 9 and 12 digit extensions.",
                examples = "370812")
        @AdministrativeDivisionCode
        @Size(max = 12)
        String divisionCode,

        @Schema(description = "Where this entry comes from.", examples = "named in the notice") @Size(max = 500)
        String source,

        @Schema(description = "First day of the unit; today when absent.", examples = "2026-01-01")
        LocalDate validFrom) {}
