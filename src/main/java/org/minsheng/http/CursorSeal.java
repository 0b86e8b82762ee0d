package org.minsheng.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals keyset cursors: the sort values of a page's last row, bound to the list, its filters and order. A cursor from
 * elsewhere or changed on the way is refused with 400.
 */
@ApplicationScoped
public class CursorSeal {
    private static final int SEAL = 16;
    private static final String SEPARATOR = "\u001f";
    private static final String NULL = "\u0000";
    private final SecretKeySpec key;

    CursorSeal(Secret secret) {
        key = new SecretKeySpec(secret.derive("cursor"), "HmacSHA256");
    }

    public String seal(String list, List<String> values) {
        String joined = String.join(
                SEPARATOR, values.stream().map(v -> v == null ? NULL : v).toList());
        byte[] text = joined.getBytes(StandardCharsets.UTF_8);
        byte[] seal = mac(list, text);
        byte[] all = Arrays.copyOf(seal, SEAL + text.length);
        System.arraycopy(text, 0, all, SEAL, text.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    public List<String> open(String list, String cursor) {
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException notBase64) {
            throw forged();
        }
        if (all.length <= SEAL) throw forged();
        byte[] text = Arrays.copyOfRange(all, SEAL, all.length);
        byte[] seal = Arrays.copyOf(mac(list, text), SEAL);
        if (!MessageDigest.isEqual(seal, Arrays.copyOf(all, SEAL))) throw forged();
        return Arrays.stream(new String(text, StandardCharsets.UTF_8).split(SEPARATOR, -1))
                .map(v -> v.equals(NULL) ? null : v)
                .toList();
    }

    private static Refusal forged() {
        return Refusal.badParameter("cursor", "request.cursor-invalid");
    }

    private byte[] mac(String list, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(list.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
