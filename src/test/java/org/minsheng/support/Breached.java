package org.minsheng.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/** A short list of stolen passwords, in the form of the long one. */
public final class Breached {
    /** As good as any, but for having been stolen. */
    public static final String STOLEN = "Nine-Stolen-Fields-7";

    private Breached() {}

    static Path list(Path folder) throws IOException {
        return Files.write(
                folder.resolve("breached-passwords.txt").toAbsolutePath(),
                Stream.of("123456", STOLEN, "letmein", "qwerty")
                        .map(password -> digest(password) + ":" + password.length())
                        .sorted()
                        .toList());
    }

    public static String digest(String password) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
