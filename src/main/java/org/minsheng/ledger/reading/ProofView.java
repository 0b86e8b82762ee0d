package org.minsheng.ledger.reading;

import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "LedgerProof", description = "A Merkle proof of RFC 6962, to be checked against signed checkpoints.")
public record ProofView(
        @Schema(description = "Hashes from below, base64.", maxItems = 128)
        List<String> hashes,

        @Schema(
                description = "Size of the tree that the proof leads to.",
                examples = "1042",
                minimum = "1",
                maximum = "9007199254740991")
        long size,

        @Schema(description = "Root of that tree, base64.", maxLength = 44)
        String root,

        @Schema(
                description = "The signed checkpoint of that size; null where that size was never signed.",
                maxLength = 10_000,
                nullable = true)
        String checkpoint) {

    static ProofView of(List<byte[]> hashes, long size, byte[] root, String checkpoint) {
        Base64.Encoder base64 = Base64.getEncoder();
        return new ProofView(
                hashes.stream().map(base64::encodeToString).toList(), size, base64.encodeToString(root), checkpoint);
    }
}
