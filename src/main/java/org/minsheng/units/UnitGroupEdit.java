package org.minsheng.units;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What may be corrected of a group; its members have an operation of their own.")
public record UnitGroupEdit(
        @Schema(description = "Code, unique within the government.", examples = "towns")
        @NotBlank
        @Size(max = 40)
        @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]*")
        String code,

        @Schema(description = "Name as used in documents.", examples = "各镇街") @NotBlank @Size(max = 200)
        String name,

        @Schema(description = "What the group stands for.", examples = "10 个镇街") @Size(max = 500)
        String note) {
    static UnitGroupEdit of(UnitGroup group) {
        return new UnitGroupEdit(group.code(), group.name(), group.note);
    }
}
