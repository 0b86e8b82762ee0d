package org.minsheng.ledger.witness;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.minsheng.ledger.proof.Ed25519Signer;
import org.minsheng.ledger.proof.Note;
import org.minsheng.ledger.proof.VerifierKey;

/** A witness's line under a checkpoint (C2SP tlog-cosignature v1): at which second it has seen it. */
final class Cosignature {
    private static final int LENGTH = 8 + 64;

    private Cosignature() {}

    static boolean holds(Note checkpoint, VerifierKey witness, String line) {
        byte[] signed = new Note(checkpoint.text(), java.util.List.of(line)).signatureOf(witness);
        if (witness.type() != VerifierKey.COSIGNATURE || signed == null || signed.length != LENGTH) return false;
        ByteBuffer parts = ByteBuffer.wrap(signed);
        long seconds = parts.getLong();
        byte[] signature = new byte[64];
        parts.get(signature);
        String message = "cosignature/v1\ntime " + seconds + "\n" + checkpoint.text();
        return Ed25519Signer.verifies(witness.publicKey(), message.getBytes(StandardCharsets.UTF_8), signature);
    }
}
