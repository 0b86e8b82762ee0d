package org.minsheng.progress;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Why an entry goes back to its reporter.")
public record Return(
        @Schema(description = "What has to be put right.", examples = "请附验收材料") @NotBlank @Size(max = 1000)
        String reason) {}
