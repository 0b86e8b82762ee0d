package org.minsheng.ledger.proof;

import java.util.Base64;
import java.util.List;

/** A text with signatures below it (C2SP signed-note). */
public record Note(String text, List<String> lines) {
    private static final String DASH = "\u2014 ";

    /** The line under a note: whose signature, which key, the signature. */
    public static String line(VerifierKey key, byte[] signature) {
        byte[] hash = key.hash();
        byte[] all = new byte[hash.length + signature.length];
        System.arraycopy(hash, 0, all, 0, hash.length);
        System.arraycopy(signature, 0, all, hash.length, signature.length);
        return DASH + key.name() + " " + Base64.getEncoder().encodeToString(all);
    }

    public static Note signed(String text, List<? extends NoteSigner> signers) {
        return new Note(
                text, signers.stream().map(s -> line(s.key(), s.sign(text))).toList());
    }

    public static Note parse(String whole) {
        int end = whole.indexOf("\n\n");
        if (end < 0) return new Note(whole, List.of());
        return new Note(
                whole.substring(0, end + 1),
                whole.substring(end + 2).lines().filter(l -> l.startsWith(DASH)).toList());
    }

    /** The signature that a key has made under this note, without the key's hash; null where there is none. */
    public byte[] signatureOf(VerifierKey key) {
        String prefix = DASH + key.name() + " ";
        for (String line : lines) {
            if (!line.startsWith(prefix)) continue;
            byte[] all = decoded(line.substring(prefix.length()));
            if (all.length > 4 && java.util.Arrays.equals(all, 0, 4, key.hash(), 0, 4))
                return java.util.Arrays.copyOfRange(all, 4, all.length);
        }
        return null;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    @Override
    public String toString() {
        return text + "\n" + String.join("\n", lines) + "\n";
    }
}
