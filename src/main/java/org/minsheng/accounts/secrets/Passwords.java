package org.minsheng.accounts.secrets;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.minsheng.http.Refusal;
import org.minsheng.limits.YieldingThreads;

/**
 * Argon2id (RFC 9106), cost stored with each hash; at most two at once and not on every processor, so that sign-ins cannot take
 * all of the memory or of the time.
 */
@ApplicationScoped
public class Passwords {
    private static final Pattern STORED =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=1\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    private static final String CLEAR = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int AT_ONCE = 2;
    /** As many as are hashed within the time that anybody waits. */
    private static final int WAITING = 48;

    private final SecureRandom random = new SecureRandom();
    private final ExecutorService hashing = YieldingThreads.named("password-hash", AT_ONCE, WAITING);
    private final int memory;
    private final int passes;
    private final String nobody;

    public Passwords(PasswordConfig config) {
        memory = config.memory();
        passes = config.passes();
        nobody = hash("nobody has this password");
    }

    public String hash(String password) {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        return "$argon2id$v=19$m=" + memory + ",t=" + passes + ",p=1$" + encode(salt) + "$"
                + encode(derive(password, salt, memory, passes));
    }

    /** Takes the same time whether the account exists ({@code stored} is null where it does not). */
    public boolean verify(String password, String stored) {
        Matcher parts = STORED.matcher(stored == null ? nobody : stored);
        if (!parts.matches()) throw new IllegalStateException("a stored password has no form that is known");
        int itsMemory = Integer.parseInt(parts.group(1));
        int itsPasses = Integer.parseInt(parts.group(2));
        byte[] derived = derive(password, Base64.getDecoder().decode(parts.group(3)), itsMemory, itsPasses);
        return MessageDigest.isEqual(derived, Base64.getDecoder().decode(parts.group(4))) && stored != null;
    }

    /** Made at another cost than today's: to be hashed anew when its owner gives it next. */
    public boolean isOutdated(String stored) {
        return !stored.startsWith("$argon2id$v=19$m=" + memory + ",t=" + passes + ",p=1$");
    }

    /** Three characters for the policy and 23 of chance that nobody mistakes for one another (over 128 bits). */
    public String makeUp() {
        StringBuilder password = new StringBuilder("Aa2");
        for (int i = 0; i < 23; i++) {
            if (i % 6 == 0) password.append('-');
            password.append(CLEAR.charAt(random.nextInt(CLEAR.length())));
        }
        return password.toString();
    }

    /** A queue that is longer than anybody waits only keeps threads busy. */
    private byte[] derive(String password, byte[] salt, int memory, int passes) {
        Future<byte[]> hash = null;
        try {
            hash = hashing.submit(() -> argon(password, salt, memory, passes));
            return hash.get(3, TimeUnit.SECONDS);
        } catch (RejectedExecutionException | TimeoutException tooMany) {
            throw busy(hash);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw busy(hash);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a password could not be hashed", failed.getCause());
        }
    }

    private static Refusal busy(Future<?> begun) {
        if (begun != null) begun.cancel(false);
        return Refusal.of(503, "service.busy").retryAfter(2);
    }

    private static byte[] argon(String password, byte[] salt, int memory, int passes) {
        Argon2BytesGenerator argon = new Argon2BytesGenerator();
        argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] out = new byte[32];
        argon.generateBytes(PasswordRules.normal(password).getBytes(StandardCharsets.UTF_8), out);
        return out;
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
