package org.minsheng.evidence;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Evidence", description = "A file behind an entry or an item.")
public record EvidenceView(
        @Schema(description = "Id.") UUID id,
        @Schema(description = "What it is evidence of.") Evidence.SubjectType subjectType,
        @Schema(description = "That entry or item.") UUID subjectId,

        @Schema(description = "Name of the file.", examples = "验收单.pdf", maxLength = 200)
        String fileName,

        @Schema(description = "What it is by its own bytes.", examples = "application/pdf", maxLength = 100)
        String mediaType,

        @Schema(description = "Bytes.", examples = "48213", minimum = "1", maximum = "52428800")
        long size,

        @Schema(description = "SHA-256 of the bytes in hexadecimal; the ledger has it too.", maxLength = 64)
        String sha256,

        @Schema(
                description =
                        "How many other entries and items that the caller may read have the same file: worth a look above 0.",
                examples = "0",
                minimum = "0",
                maximum = "1000000")
        long usedElsewhere,

        @Schema(description = "When it was uploaded.") Instant uploadedAt) {
    static EvidenceView of(Evidence e, long elsewhere) {
        return new EvidenceView(
                e.id(),
                e.subjectType,
                e.subjectId,
                e.fileName,
                e.mediaType,
                e.size,
                e.hash(),
                elsewhere,
                e.createdAt());
    }
}
