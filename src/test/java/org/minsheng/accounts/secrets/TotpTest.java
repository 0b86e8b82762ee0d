package org.minsheng.accounts.secrets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.minsheng.support.Covers;

class TotpTest {
    /** RFC 6238, appendix B, SHA-256; its codes have eight digits, ours are the last six of them. */
    private static final byte[] SEED = "12345678901234567890123456789012".getBytes(StandardCharsets.US_ASCII);

    private static final Instant NOW = Instant.ofEpochSecond(1111111109);

    @Test
    @Covers("ASVS 6.5.4")
    void the_vectors_of_rfc_6238_hold() {
        assertEquals("119246", Totp.code(SEED, Instant.ofEpochSecond(59)));
        assertEquals("084774", Totp.code(SEED, Instant.ofEpochSecond(1111111109)));
        assertEquals("062674", Totp.code(SEED, Instant.ofEpochSecond(1111111111)));
        assertEquals("819424", Totp.code(SEED, Instant.ofEpochSecond(1234567890)));
    }

    @Test
    @Covers("ASVS 6.5.5")
    void one_step_early_or_late_is_taken_and_two_are_not() {
        long step = NOW.getEpochSecond() / 30;
        for (int off = -1; off <= 1; off++)
            assertEquals(
                    OptionalLong.of(step + off), Totp.stepOf(Totp.code(SEED, NOW.plusSeconds(30L * off)), SEED, NOW));
        assertEquals(OptionalLong.empty(), Totp.stepOf(Totp.code(SEED, NOW.plusSeconds(60)), SEED, NOW));
        assertEquals(OptionalLong.empty(), Totp.stepOf(Totp.code(SEED, NOW.minusSeconds(60)), SEED, NOW));
    }

    @Test
    void the_uri_says_what_an_authenticator_must_know() {
        String uri = Totp.uri(SEED, "ducha");
        assertTrue(uri.startsWith("otpauth://totp/Minsheng%20Ledger%3Aducha?secret=GEZDGNBVGY3TQOJQ"), uri);
        assertTrue(uri.endsWith("&algorithm=SHA256&digits=6&period=30"), uri);
    }

    @Test
    @Covers({"ASVS 6.5.2", "ASVS 6.5.4"})
    void recovery_codes_differ_and_are_known_however_they_are_copied() {
        var codes = RecoveryCodes.make();
        assertEquals(10, new HashSet<>(codes).size());
        assertTrue(codes.stream().allMatch(code -> code.matches("[0-9a-z]{4}(-[0-9a-z]{4}){3}")), codes.toString());
        assertArrayEquals(
                RecoveryCodes.digest(codes.get(0)),
                RecoveryCodes.digest(" " + codes.get(0).toUpperCase().replace("-", " ")));
    }

    @Test
    @Covers({"ASVS 11.3.2", "ASVS 11.3.3", "ASVS 14.2.4", "GB/T 22239 8.1.4.8 b"})
    void a_sealed_value_opens_with_its_key_in_its_place_and_no_bit_may_change() {
        byte[] key = new byte[32];
        byte[] about = {1};
        byte[] sealed = Sealed.seal(key, SEED, about);
        assertArrayEquals(SEED, Sealed.open(key, sealed, about));
        assertNull(Sealed.open(key, sealed, new byte[] {2}));
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertNull(Sealed.open(key, changed, about));
        }
        assertFalse(java.util.Arrays.equals(sealed, Sealed.seal(key, SEED, about)));
    }
}
