package org.minsheng.accounts.secrets;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM: a byte that names the suite, the nonce, the ciphertext with its tag. */
public final class Sealed {
    private static final byte SUITE = 1;
    private static final int NONCE = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sealed() {}

    /** @param about what the value belongs to: moved to another row it cannot be opened */
    public static byte[] seal(byte[] key, byte[] value, byte[] about) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, about).doFinal(value);
            byte[] all = new byte[1 + NONCE + sealed.length];
            all[0] = SUITE;
            System.arraycopy(nonce, 0, all, 1, NONCE);
            System.arraycopy(sealed, 0, all, 1 + NONCE, sealed.length);
            return all;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Null where the key is another one or a bit has changed. */
    public static byte[] open(byte[] key, byte[] sealed, byte[] about) {
        if (sealed.length <= 1 + NONCE || sealed[0] != SUITE) return null;
        try {
            return cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOfRange(sealed, 1, 1 + NONCE), about)
                    .doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
        } catch (AEADBadTagException another) {
            return null;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] about) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(about);
        return cipher;
    }
}
