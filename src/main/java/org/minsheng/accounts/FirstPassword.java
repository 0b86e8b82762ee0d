package org.minsheng.accounts;

import org.minsheng.accounts.secrets.Passwords;

/** The password of a new account: the administrator's, or one made up here that is told once and kept nowhere. */
final class FirstPassword {
    private final String given;
    private String madeUp;

    FirstPassword(String given) {
        this.given = given;
    }

    /** Null where one is to be made up. */
    String given() {
        return given;
    }

    /** Called only where the account is really opened, not where the answer of before is told again. */
    String makeUp(Passwords passwords) {
        madeUp = passwords.makeUp();
        return madeUp;
    }

    /** Null where there is nothing to tell. */
    String madeUp() {
        return madeUp;
    }
}
