package org.minsheng.progress;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A closed period opened once more for one unit.")
public record Extension(
        @Schema(description = "The unit.") @NotNull UUID unitId,

        @Schema(description = "Last day on which it may submit.", examples = "2026-04-20") @NotNull
        LocalDate until,

        @Schema(description = "Why.", examples = "系统故障未能按时填报") @NotBlank @Size(max = 1000)
        String reason) {}
