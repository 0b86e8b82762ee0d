package org.minsheng.ledger.verification;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.minsheng.ledger.proof.Checkpoint;
import org.minsheng.ledger.proof.Ed25519Signer;
import org.minsheng.ledger.proof.Frontier;
import org.minsheng.ledger.proof.Note;
import org.minsheng.ledger.proof.VerifierKey;

/** Every stored checkpoint against the tree of its size, and its signature against the key of its time. */
final class SignedSizes implements Replay.Roots {
    private final TreeMap<Long, String> notes = new TreeMap<>();
    private final TreeMap<Long, VerifierKey> keys = new TreeMap<>();
    private final Findings findings;

    SignedSizes(Connection connection, Findings findings) throws SQLException {
        this.findings = findings;
        try (PreparedStatement select = connection.prepareStatement("select size, note from ledger_checkpoint");
                ResultSet row = select.executeQuery()) {
            while (row.next()) notes.put(row.getLong(1), row.getString(2));
        }
        try (PreparedStatement select =
                        connection.prepareStatement("select from_size, verifier_key from ledger_key where suite = 1");
                ResultSet row = select.executeQuery()) {
            while (row.next())
                keys.put(row.getLong(1), VerifierKey.of(row.getString(2)).orElseThrow());
        }
    }

    long largest() {
        return notes.isEmpty() ? 0 : notes.lastKey();
    }

    int count() {
        return notes.size();
    }

    @Override
    public boolean wants(long size) {
        return notes.containsKey(size);
    }

    @Override
    public void at(long size, Frontier tree) {
        Note note = Note.parse(notes.get(size));
        Map.Entry<Long, VerifierKey> key = keys.floorEntry(size);
        boolean right = key != null
                && Checkpoint.of(note.text())
                        .filter(c -> c.size() == size
                                && Arrays.equals(c.root(), tree.root())
                                && c.origin().equals(key.getValue().name()))
                        .isPresent();
        if (!right) findings.add(size - 1, Finding.Code.CHECKPOINT_WRONG, "checkpoint " + size);
        byte[] signature = key == null ? null : note.signatureOf(key.getValue());
        boolean signed = signature != null
                && Ed25519Signer.verifies(
                        key.getValue().publicKey(), note.text().getBytes(StandardCharsets.UTF_8), signature);
        if (!signed) findings.add(null, Finding.Code.SIGNATURE_WRONG, "checkpoint " + size);
    }
}
