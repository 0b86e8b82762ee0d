package org.minsheng.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.minsheng.http.Refusal;

/** Argon2id with 19 MiB, two passes, one lane; at most two at once, so that sign-ins cannot take all memory. */
@ApplicationScoped
class Passwords {
    private static final int MEMORY = 19 * 1024;
    private static final int PASSES = 2;
    private static final String PREFIX = "$argon2id$v=19$m=" + MEMORY + ",t=" + PASSES + ",p=1$";
    private static final String CLEAR = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final Pattern[] CLASSES = {
        Pattern.compile("[a-z]"), Pattern.compile("[A-Z]"), Pattern.compile("\\d"), Pattern.compile("[^a-zA-Z\\d]")
    };

    private final SecureRandom random = new SecureRandom();
    private final Semaphore atOnce = new Semaphore(2);
    private final String nobody = hash("nobody has this password");

    String hash(String password) {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        return PREFIX + encode(salt) + "$" + encode(derive(password, salt));
    }

    /** Takes the same time whether the account exists ({@code stored} is null where it does not). */
    boolean verify(String password, String stored) {
        String[] parts = (stored == null ? nobody : stored).split("\\$");
        byte[] derived = derive(password, Base64.getDecoder().decode(parts[4]));
        return MessageDigest.isEqual(derived, Base64.getDecoder().decode(parts[5])) && stored != null;
    }

    /** Three characters for the policy, sixteen of chance that nobody mistakes for one another (about 92 bits). */
    String makeUp() {
        StringBuilder password = new StringBuilder("Aa2");
        for (int i = 0; i < 16; i++) {
            if (i % 4 == 0) password.append('-');
            password.append(CLEAR.charAt(random.nextInt(CLEAR.length())));
        }
        return password.toString();
    }

    static void requireStrong(String password) {
        int classes = 0;
        for (Pattern one : CLASSES) if (one.matcher(password).find()) classes++;
        if (password.length() < 15 && classes < 3)
            throw Refusal.rule("account.password-weak").at("/password");
    }

    private byte[] derive(String password, byte[] salt) {
        await();
        try {
            Argon2BytesGenerator argon = new Argon2BytesGenerator();
            argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(MEMORY)
                    .withIterations(PASSES)
                    .withParallelism(1)
                    .withSalt(salt)
                    .build());
            byte[] out = new byte[32];
            argon.generateBytes(password.getBytes(StandardCharsets.UTF_8), out);
            return out;
        } finally {
            atOnce.release();
        }
    }

    /** A queue that is longer than anybody waits only keeps threads busy. */
    private void await() {
        try {
            if (atOnce.tryAcquire(3, TimeUnit.SECONDS)) return;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw Refusal.of(503, "service.busy").retryAfter(2);
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
