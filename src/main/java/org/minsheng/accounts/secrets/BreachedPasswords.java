package org.minsheng.accounts.secrets;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** Passwords that were stolen somewhere else, by a list that the operator has fetched; none where none is configured. */
@ApplicationScoped
public class BreachedPasswords {
    private final Optional<Path> file;

    public BreachedPasswords(PasswordConfig config) {
        file = config.breached();
    }

    /** Better no start than a list that everybody believes in and that finds nothing. */
    void check(@Observes StartupEvent started) {
        if (file.isEmpty()) return;
        try {
            new DigestList(file.get()).check();
        } catch (IOException unusable) {
            String why = unusable.getClass() == IOException.class ? unusable.getMessage() : "it cannot be read";
            throw new IllegalStateException(
                    "minsheng.passwords.breached names " + file.get() + ", which is no list of breached passwords: "
                            + why,
                    unusable);
        }
    }

    /** As it was typed, and in the form in which we compare it. */
    public boolean have(String password) {
        return file.isPresent() && (isIn(file.get(), password) || isIn(file.get(), PasswordRules.normal(password)));
    }

    private static boolean isIn(Path file, String password) {
        try {
            // the digest that these lists are made with; nothing is protected by it
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            return new DigestList(file).has(digest.digest(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
