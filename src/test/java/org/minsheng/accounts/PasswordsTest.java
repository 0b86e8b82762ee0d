package org.minsheng.accounts;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.minsheng.http.Refusal;

class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @Test
    void the_right_password_is_known_and_the_wrong_one_is_not() {
        String stored = passwords.hash("Long-Enough-2026");
        assertTrue(passwords.verify("Long-Enough-2026", stored));
        assertFalse(passwords.verify("Long-Enough-2027", stored));
    }

    @Test
    void nobody_signs_in_where_there_is_no_account() {
        assertFalse(passwords.verify("nobody has this password", null));
    }

    @Test
    void what_is_stored_names_algorithm_and_cost_and_fits_its_column() {
        String stored = passwords.hash("Long-Enough-2026");
        assertTrue(stored.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), stored);
        assertTrue(stored.length() <= 200);
        assertNotEquals(stored, passwords.hash("Long-Enough-2026"));
    }

    @Test
    void ten_characters_need_three_classes_and_fifteen_do_not() {
        Refusal weak = assertThrows(Refusal.class, () -> Passwords.requireStrong("onlylower1"));
        assertEquals("account.password-weak", weak.code());
        assertDoesNotThrow(() -> Passwords.requireStrong("Lower-1234"));
        assertDoesNotThrow(() -> Passwords.requireStrong("onlylowerletters"));
    }

    @Test
    void made_up_passwords_keep_the_policy_and_differ() {
        String one = passwords.makeUp();
        assertDoesNotThrow(() -> Passwords.requireStrong(one));
        assertTrue(one.length() >= 19 && one.length() <= 40, one);
        assertNotEquals(one, passwords.makeUp());
    }
}
