package org.minsheng.chronicle;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A field that has another value than before, as people read it.")
public record ChronicleChange(
        @Schema(description = "Name of the field.", examples = "target", maxLength = 40)
        String field,

        @Schema(description = "Its label.", examples = "目标", maxLength = 50)
        String label,

        @Schema(
                description = "Before; null where there was nothing.",
                examples = "100 张",
                maxLength = 20_000,
                nullable = true)
        String from,

        @Schema(
                description = "After; null where there is nothing any more.",
                examples = "120 张",
                maxLength = 20_000,
                nullable = true)
        String to) {}
