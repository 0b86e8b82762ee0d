package org.minsheng.accounts.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.minsheng.support.Covers;

class PasswordsTest {
    private record Cost(int memory, int passes) implements PasswordConfig {
        @Override
        public PasswordProfile profile() {
            return PasswordProfile.MLPS;
        }

        @Override
        public Duration oneTime() {
            return Duration.ofHours(24);
        }

        @Override
        public Optional<Path> breached() {
            return Optional.empty();
        }
    }

    private final Passwords passwords = new Passwords(new Cost(19456, 2));

    @Test
    @Covers("ASVS 6.2.8")
    void the_right_password_is_known_and_the_wrong_one_is_not() {
        String stored = passwords.hash("Long-Enough-2026");
        assertTrue(passwords.verify("Long-Enough-2026", stored));
        assertFalse(passwords.verify("Long-Enough-2027", stored));
        assertFalse(passwords.verify("Long-Enough-2026 ", stored), "not trimmed");
        assertFalse(passwords.verify("long-Enough-2026", stored), "not folded");
    }

    @Test
    void full_width_input_is_the_same_password() {
        assertTrue(passwords.verify("Ｌｏｎｇ-Enough-2026", passwords.hash("Long-Enough-2026")));
    }

    @Test
    @Covers({"ASVS 6.2.8", "ASVS 6.2.9"})
    void nothing_is_cut_off_a_long_password() {
        String chinese = "民".repeat(64);
        String stored = passwords.hash(chinese + "甲");
        assertTrue(passwords.verify(chinese + "甲", stored));
        assertFalse(passwords.verify(chinese + "乙", stored));
    }

    @Test
    void nobody_signs_in_where_there_is_no_account() {
        assertFalse(passwords.verify("nobody has this password", null));
    }

    @Test
    @Covers({"ASVS 11.2.2", "ASVS 11.4.2", "GB/T 22239 8.1.4.8 b"})
    void what_is_stored_names_algorithm_and_cost_and_fits_its_column() {
        String stored = passwords.hash("Long-Enough-2026");
        assertTrue(stored.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), stored);
        assertTrue(stored.length() <= 200);
        assertNotEquals(stored, passwords.hash("Long-Enough-2026"));
    }

    @Test
    @Covers({"ASVS 11.2.2", "ASVS 11.4.2"})
    void a_hash_of_another_cost_is_still_known_and_outdated() {
        String cheap = new Passwords(new Cost(64, 1)).hash("Long-Enough-2026");
        assertTrue(passwords.verify("Long-Enough-2026", cheap));
        assertTrue(passwords.isOutdated(cheap));
        assertFalse(passwords.isOutdated(passwords.hash("x")));
    }

    @Test
    @Covers({"ASVS 6.2.1", "ASVS 6.2.5", "GB/T 22239 8.1.4.1 a"})
    void ten_characters_need_three_classes_and_fifteen_do_not() {
        assertEquals(Optional.of("account.password-weak-mlps"), complaint("gravelbox1"));
        assertEquals(Optional.of("account.password-weak-mlps"), complaint("Gra-vel-9"), "nine");
        assertEquals(Optional.empty(), complaint("Gra-vel-91"));
        assertEquals(Optional.empty(), complaint("gravelboxofwinter"));
        assertEquals(Optional.empty(), complaint("砂石盒与冬天的九个邻居在河边坐"));
    }

    @Test
    @Covers({"ASVS 6.2.1", "ASVS 6.2.5", "ASVS 6.2.10"})
    void the_profile_of_nist_wants_length_and_nothing_else() {
        assertEquals(
                Optional.of("account.password-weak-nist"),
                PasswordRules.complaint("Gra-vel-91-box", PasswordProfile.NIST, List.of()));
        assertEquals(Optional.empty(), PasswordRules.complaint("gravelboxofwinter", PasswordProfile.NIST, List.of()));
        assertEquals(Optional.empty(), PasswordProfile.NIST.age());
        assertEquals(Optional.of(Duration.ofDays(90)), PasswordProfile.MLPS.age());
    }

    @Test
    @Covers("ASVS 6.2.4")
    void what_is_guessed_first_is_refused_however_it_is_dressed_up() {
        for (String common : List.of("Password123!", "P@ssw0rd123", "Qwertyuiop1!", "aaaaaaaaaaaaaaaa"))
            assertEquals(Optional.of("account.password-common"), complaint(common), common);
    }

    @Test
    @Covers({"ASVS 6.1.2", "ASVS 6.2.11"})
    void names_of_person_unit_and_system_are_refused() {
        for (String telling : List.of("Ducha-wind-771", "Hello-医保局-771x", "my-MinSheng-771", "Ｄｕｃｈａ-wind-771"))
            assertEquals(
                    Optional.of("account.password-tells-names"),
                    PasswordRules.complaint(telling, PasswordProfile.MLPS, List.of("ducha", "医保局", "ybj")),
                    telling);
        assertEquals(
                Optional.empty(),
                PasswordRules.complaint("Rubybjorn-771", PasswordProfile.MLPS, List.of("ybj")),
                "three letters are an accident");
    }

    @Test
    @Covers("ASVS 6.4.1")
    void made_up_passwords_keep_every_profile_and_differ() {
        String one = passwords.makeUp();
        for (PasswordProfile profile : PasswordProfile.values())
            assertEquals(Optional.empty(), PasswordRules.complaint(one, profile, List.of()));
        assertTrue(one.length() <= 40, one);
        assertNotEquals(one, passwords.makeUp());
    }

    private static Optional<String> complaint(String password) {
        return PasswordRules.complaint(password, PasswordProfile.MLPS, List.of());
    }
}
