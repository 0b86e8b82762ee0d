package org.minsheng.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.minsheng.http.Secret;

/** Refresh tokens: whose session they are of, 256 random bits, and our mark, so that one long out of use is told from a guess. */
@ApplicationScoped
class RefreshTokens {
    private static final int ID = 16;
    private static final int RANDOM = 32;
    private static final int MARK = 16;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    RefreshTokens(Secret secret) {
        key = new SecretKeySpec(secret.derive("refresh-token"), "HmacSHA256");
    }

    String next(UUID session) {
        byte[] bits = new byte[RANDOM];
        random.nextBytes(bits);
        byte[] body = ByteBuffer.allocate(ID + RANDOM)
                .putLong(session.getMostSignificantBits())
                .putLong(session.getLeastSignificantBits())
                .put(bits)
                .array();
        return text(ByteBuffer.allocate(ID + RANDOM + MARK)
                .put(body)
                .put(mark(body))
                .array());
    }

    static String text(byte[] token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    static byte[] bytes(String token) {
        return Base64.getUrlDecoder().decode(token);
    }

    /** Of which session it is, if we made it. */
    Optional<UUID> session(String token) {
        try {
            byte[] bytes = bytes(token);
            if (bytes.length != ID + RANDOM + MARK) return Optional.empty();
            byte[] body = Arrays.copyOf(bytes, ID + RANDOM);
            if (!MessageDigest.isEqual(mark(body), Arrays.copyOfRange(bytes, ID + RANDOM, bytes.length)))
                return Optional.empty();
            ByteBuffer id = ByteBuffer.wrap(body);
            return Optional.of(new UUID(id.getLong(), id.getLong()));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private byte[] mark(byte[] body) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(body), MARK);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
