package org.minsheng.ledger.verification;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "LedgerVerification", description = "What a check of the whole ledger has found.")
public record Verification(
        @Schema(description = "True where everything holds.")
        boolean holds,

        @Schema(description = "When it began.") Instant at,

        @Schema(
                description = "How long it took, in milliseconds.",
                examples = "840",
                minimum = "0",
                maximum = "86400000")
        long milliseconds,

        @Schema(description = "Entries checked.", examples = "1042", minimum = "0", maximum = "9007199254740991")
        long size,

        @Schema(description = "Root of the tree of all of them, base64.", maxLength = 44)
        String root,

        @Schema(
                description = "Signed checkpoints checked.",
                examples = "12",
                minimum = "0",
                maximum = "9007199254740991")
        long checkpoints,

        @Schema(description = "Streams checked.", examples = "320", minimum = "0", maximum = "9007199254740991")
        long streams,

        @Schema(
                description = "First place that does not hold; null where all do.",
                examples = "17",
                minimum = "0",
                maximum = "9007199254740991",
                nullable = true)
        Long firstBadIndex,

        @Schema(description = "What does not hold, the first hundred.", maxItems = 100)
        List<Finding> findings,

        @Schema(description = "All that does not hold.", examples = "0", minimum = "0", maximum = "9007199254740991")
        long found) {}
