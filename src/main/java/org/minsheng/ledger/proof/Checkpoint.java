package org.minsheng.ledger.proof;

import java.util.Base64;
import java.util.Optional;

/** What a log claims to be at one moment (C2SP tlog-checkpoint): its name, how many entries, which root. */
public record Checkpoint(String origin, long size, byte[] root) {
    public String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }

    /** From the text of a note; lines after the third are extensions. */
    public static Optional<Checkpoint> of(String text) {
        String[] lines = text.split("\n");
        if (lines.length < 3 || !lines[1].matches("0|[1-9]\\d{0,17}")) return Optional.empty();
        try {
            byte[] root = Base64.getDecoder().decode(lines[2]);
            if (root.length != Merkle.LENGTH) return Optional.empty();
            return Optional.of(new Checkpoint(lines[0], Long.parseLong(lines[1]), root));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
