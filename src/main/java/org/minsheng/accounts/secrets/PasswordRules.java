package org.minsheng.accounts.secrets;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which passwords are taken; says the problem's code of one that is not. */
public final class PasswordRules {
    private static final Zxcvbn GUESSER = new Zxcvbn();
    private static final List<String> COMMON = common();

    /** What an attacker with the stored hash tries in some weeks. */
    private static final double FEW_GUESSES = 1e8;

    /** Estimating takes long for long ones, and those are not guessed. */
    private static final int ESTIMATED = 40;

    private static final Set<String> OURS = Set.of("minsheng", "ledger", "民生", "台账");

    private PasswordRules() {}

    /** One form for what is set and what is compared. */
    public static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    /** @param words names of the person, the unit and the government, that an acquaintance would try first */
    public static Optional<String> complaint(String password, PasswordProfile profile, Collection<String> words) {
        String normal = normal(password);
        if (!profile.isStrong(normal))
            return Optional.of("account.password-weak-" + profile.name().toLowerCase(Locale.ROOT));
        if (isCommon(normal)) return Optional.of("account.password-common");
        if (tells(normal, OURS) || tells(normal, words)) return Optional.of("account.password-tells-names");
        return Optional.empty();
    }

    private static List<String> common() {
        try (InputStream file = PasswordRules.class.getResourceAsStream("/common-passwords.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static boolean isCommon(String password) {
        return password.length() <= ESTIMATED
                && GUESSER.measure(password, COMMON).getGuesses() < FEW_GUESSES;
    }

    private static boolean tells(String password, Collection<String> words) {
        String lower = password.toLowerCase(Locale.ROOT);
        return words.stream()
                .map(word -> normal(word).toLowerCase(Locale.ROOT).strip())
                .filter(PasswordRules::isTelling)
                .anyMatch(lower::contains);
    }

    /** Two Chinese characters are a name, three Latin letters are an accident. */
    private static boolean isTelling(String word) {
        boolean latin = word.chars().allMatch(c -> c < 0x2e80);
        return word.length() >= (latin ? 4 : 2);
    }
}
