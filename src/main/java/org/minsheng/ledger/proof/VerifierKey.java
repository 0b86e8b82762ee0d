package org.minsheng.ledger.proof;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A public key under a name, as C2SP signed-note writes it: {@code name+hash+base64(type ‖ key)}.
 *
 * @param key type byte and key
 */
public record VerifierKey(String name, byte[] key) {
    public static final byte ED25519 = 1;
    public static final byte COSIGNATURE = 4;
    public static final byte OTHER = (byte) 0xff;
    private static final Pattern FORM = Pattern.compile("([^+\\s]{1,100})\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]+={0,2})");

    public static VerifierKey ed25519(String name, byte[] publicKey) {
        byte[] key = new byte[1 + publicKey.length];
        key[0] = ED25519;
        System.arraycopy(publicKey, 0, key, 1, publicKey.length);
        return new VerifierKey(name, key);
    }

    /** None where the text is no key or its hash is not its own. */
    public static Optional<VerifierKey> of(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) return Optional.empty();
        try {
            VerifierKey key =
                    new VerifierKey(parts.group(1), Base64.getDecoder().decode(parts.group(3)));
            return key.toString().equals(text) ? Optional.of(key) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    public byte type() {
        return key[0];
    }

    public byte[] publicKey() {
        return Arrays.copyOfRange(key, 1, key.length);
    }

    /** Four bytes before each signature say which key made it. */
    public byte[] hash() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes(name.getBytes(StandardCharsets.UTF_8));
        text.write('\n');
        text.writeBytes(key);
        return Arrays.copyOf(Merkle.sha256().digest(text.toByteArray()), 4);
    }

    @Override
    public String toString() {
        return name + "+" + HexFormat.of().formatHex(hash()) + "+"
                + Base64.getEncoder().encodeToString(key);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
