package org.minsheng.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Creating under one's own id: the same request again is answered again, another one is a conflict. */
public final class Replay {
    private Replay() {}

    /** A digest of what was asked for; records print all their components. */
    public static byte[] digest(Record request) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(request.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void require(boolean same) {
        if (!same) throw Refusal.conflict("resource.id-taken").at("/id");
    }
}
