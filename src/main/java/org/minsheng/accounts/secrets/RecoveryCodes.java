package org.minsheng.accounts.secrets;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.minsheng.http.Sha256;

/** Ten codes for the day the telephone is lost: 80 bits each, so that a plain digest keeps them. */
public final class RecoveryCodes {
    private static final int COUNT = 10;
    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"; // 32 of them: five bits a letter
    private static final SecureRandom RANDOM = new SecureRandom();

    private RecoveryCodes() {}

    public static List<String> make() {
        List<String> codes = new ArrayList<>(COUNT);
        while (codes.size() < COUNT) codes.add(one());
        return codes;
    }

    private static String one() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            if (i > 0 && i % 4 == 0) code.append('-');
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** However it was copied down. */
    public static byte[] digest(String code) {
        return Sha256.of(code.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]", ""));
    }
}
