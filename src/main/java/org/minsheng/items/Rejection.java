package org.minsheng.items;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Why an item does not count.")
public record Rejection(
        @Schema(description = "What is wrong with it.", examples = "尚未投入使用") @NotBlank @Size(max = 1000)
        String reason) {}
