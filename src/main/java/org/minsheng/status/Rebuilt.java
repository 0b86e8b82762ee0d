package org.minsheng.status;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How many current numbers were made again, and how many of them were different.")
public record Rebuilt(
        @Schema(description = "Promises looked at.", examples = "42", minimum = "0", maximum = "1000000")
        int indicators,

        @Schema(
                description = "Numbers that were not what the entries say.",
                examples = "0",
                minimum = "0",
                maximum = "1000000")
        int different) {}
