package org.minsheng.programmes;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What may be edited of a draft programme.")
public record ProgrammeEdit(
        @Schema(description = "Title of the list.", examples = "2026年区政府十件民生实事项目") @NotBlank @Size(max = 200)
        String title,

        @Schema(description = "What makes it binding.") @Valid
        Mandate mandate) {
    static ProgrammeEdit of(Programme programme) {
        return new ProgrammeEdit(programme.title, programme.mandate);
    }
}
