package org.minsheng.accounts.secrets;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/** Codes of RFC 6238: six digits of HMAC-SHA-256, a new one every 30 s; one step early or late is taken for a slow clock. */
public final class Totp {
    public static final int SEED_BYTES = 32;
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final String ISSUER = "Minsheng Ledger";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator(
            STEP, 6, TimeBasedOneTimePasswordGenerator.TOTP_ALGORITHM_HMAC_SHA256);

    private Totp() {}

    public static byte[] newSeed() {
        byte[] seed = new byte[SEED_BYTES];
        RANDOM.nextBytes(seed);
        return seed;
    }

    /** The step that a code belongs to; none where it is wrong. */
    public static OptionalLong stepOf(String code, byte[] seed, Instant now) {
        OptionalLong found = OptionalLong.empty();
        for (int off = -1; off <= 1; off++) {
            Instant then = now.plus(STEP.multipliedBy(off));
            boolean right = MessageDigest.isEqual(
                    code(seed, then).getBytes(StandardCharsets.US_ASCII), code.getBytes(StandardCharsets.UTF_8));
            if (right) found = OptionalLong.of(then.getEpochSecond() / STEP.toSeconds());
        }
        return found;
    }

    public static String code(byte[] seed, Instant at) {
        SecretKey key = new SecretKeySpec(seed, TimeBasedOneTimePasswordGenerator.TOTP_ALGORITHM_HMAC_SHA256);
        try {
            return CODES.generateOneTimePasswordString(key, at);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The seed as authenticator programs take it by hand. */
    public static String spelled(byte[] seed) {
        return Base32.toBase32String(seed).replace("=", "");
    }

    /** The same as a QR code carries it. */
    public static String uri(byte[] seed, String username) {
        String label = URLEncoder.encode(ISSUER + ":" + username, StandardCharsets.UTF_8)
                .replace("+", "%20");
        return "otpauth://totp/" + label + "?secret=" + spelled(seed) + "&issuer="
                + URLEncoder.encode(ISSUER, StandardCharsets.UTF_8).replace("+", "%20")
                + "&algorithm=SHA256&digits=6&period=30";
    }
}
