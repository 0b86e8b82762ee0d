package org.minsheng.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The installation's one secret, at least 32 characters in a file; every use has its own key derived from it. */
@ApplicationScoped
public class Secret {
    private final byte[] root;

    Secret(@ConfigProperty(name = "minsheng.secret-file") String file) throws IOException {
        root = Files.readString(Path.of(file)).strip().getBytes(StandardCharsets.UTF_8);
        if (root.length < 32) throw new IllegalStateException("minsheng.secret-file needs at least 32 characters");
    }

    public byte[] derive(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(root, "HmacSHA256"));
            return mac.doFinal(("minsheng/" + purpose).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
