package org.minsheng.projects;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A marked part of a project as it is written.")
public record ComponentText(
        @Schema(description = "Its id, to keep it; a new one when absent.")
        UUID id,

        @Schema(description = "Mark in the notice.", examples = "①") @NotBlank @Size(max = 10)
        String mark,

        @Schema(description = "Name.", examples = "居家社区养老服务") @NotBlank @Size(max = 200)
        String name,

        @Schema(description = "Its lead, one of the project's lead units; null while nobody says.")
        UUID leadUnitId,

        @Schema(description = "True where the notice does not say who leads it.", examples = "true") @NotNull
        Boolean leadInferred) {
    static ComponentText of(Component c) {
        return new ComponentText(c.id(), c.mark(), c.name(), c.leadUnitId(), c.leadInferred());
    }
}
