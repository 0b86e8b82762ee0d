package org.minsheng.status;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A judgement of the supervision office, beside the computed light.")
public record RatingText(
        @Schema(description = "The light they would give.") @NotNull
        Light light,

        @Schema(description = "Why.", examples = "现场督导发现设备未到位") @NotBlank @Size(max = 1000)
        String reason,

        @Schema(description = "Last day on which it is shown; a year ahead at most.", examples = "2026-09-30") @NotNull
        LocalDate expiresOn) {}
