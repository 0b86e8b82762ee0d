package org.minsheng.reports.comparison;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A field that says something else.")
public record ChangedField(
        @Schema(
                description = "Name of the field; parts of it after a point.",
                examples = "targetValue",
                maxLength = 100)
        String field,

        @Schema(
                description = "What it said before, numbers exact; null for nothing.",
                examples = "100",
                maxLength = 100_000,
                nullable = true)
        String from,

        @Schema(
                description = "What it said afterwards; null for nothing.",
                examples = "120",
                maxLength = 100_000,
                nullable = true)
        String to) {}
