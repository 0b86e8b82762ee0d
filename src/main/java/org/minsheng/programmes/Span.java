package org.minsheng.programmes;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stretch of the source document in Unicode code points: first one in, last one out. */
@Schema(description = "A stretch of the source document, in Unicode code points; start included, end not.")
public record Span(
        @Schema(description = "First code point.", examples = "876", minimum = "0", maximum = "1000000")
        @Min(0)
        @Max(1_000_000)
        int start,

        @Schema(description = "Code point after the last.", examples = "889", minimum = "0", maximum = "1000000")
        @Min(0)
        @Max(1_000_000)
        int end) {}
