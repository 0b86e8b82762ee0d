package org.minsheng.ledger.sequence;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.minsheng.ledger.proof.Merkle;

/**
 * A leaf of the log: where an event stands in its stream, and the hash of its body.
 *
 * @param found what the body hashed to, where that was not {@code body}
 */
public record Entry(Instant at, byte[] body, UUID event, byte[] found, byte[] previous, int seq, String stream) {
    /** Canonical JSON (RFC 8785); nothing in it needs escaping. */
    public byte[] bytes() {
        StringBuilder text = new StringBuilder(400);
        text.append("{\"at\":\"").append(at).append("\",\"body\":\"").append(hex(body));
        text.append("\",\"event\":\"").append(event);
        if (found != null) text.append("\",\"found\":\"").append(hex(found));
        if (previous != null) text.append("\",\"previous\":\"").append(hex(previous));
        text.append("\",\"seq\":").append(seq);
        text.append(",\"stream\":\"").append(stream).append("\",\"suite\":\"SHA-256\"}");
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    public byte[] leaf() {
        return Merkle.leaf(bytes());
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
