package org.minsheng.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.minsheng.http.CursorSeal;
import org.minsheng.http.Refusal;
import org.minsheng.http.Secret;

/**
 * Points of the log in the form that callers keep. A seal alone would show how many changes of others lie between two
 * points; so place and origin are one encrypted block. Equal points have equal cursors.
 */
@ApplicationScoped
class Cursors {
    private static final String LIST = "changes";
    private static final int HALF = 8;
    private final CursorSeal seal;
    private final SecretKeySpec key;

    Cursors(CursorSeal seal, Secret secret) {
        this.seal = seal;
        this.key = new SecretKeySpec(secret.derive("feed"), "AES");
    }

    /** @param next the first place that lies after the point */
    String of(String origin, long next) {
        byte[] block =
                ByteBuffer.allocate(2 * HALF).putLong(next).put(mark(origin)).array();
        return seal.seal(
                LIST, List.of(Base64.getUrlEncoder().withoutPadding().encodeToString(aes(Cipher.ENCRYPT_MODE, block))));
    }

    /** @param parameter where the caller has put the cursor */
    long next(String cursor, String parameter, LogEnd end) {
        ByteBuffer block =
                ByteBuffer.wrap(aes(Cipher.DECRYPT_MODE, Base64.getUrlDecoder().decode(opened(cursor, parameter))));
        long next = block.getLong();
        byte[] origin = new byte[HALF];
        block.get(origin);
        if (!Arrays.equals(origin, mark(end.origin())) || next > end.size())
            throw Refusal.badParameter(parameter, "changes.cursor-of-another-log");
        return next;
    }

    private String opened(String cursor, String parameter) {
        try {
            return seal.open(LIST, cursor).get(0);
        } catch (Refusal forged) {
            throw forged.at(parameter);
        }
    }

    private byte[] aes(int mode, byte[] block) {
        try {
            // exactly one block, never twice the same for different points: no mode could add anything
            Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(mode, key);
            return cipher.doFinal(block);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] mark(String origin) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(origin.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(hash, HALF);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
