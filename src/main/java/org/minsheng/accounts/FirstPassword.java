package org.minsheng.accounts;

/** The password of a new account: the administrator's, or one made up here that is told once and kept nowhere. */
final class FirstPassword {
    private final String given;
    private String madeUp;

    FirstPassword(String given) {
        this.given = given;
    }

    /** Called only where the account is really opened, not where the answer of before is told again. */
    String choose(Passwords passwords) {
        if (given == null) return madeUp = passwords.makeUp();
        Passwords.requireStrong(given);
        return given;
    }

    /** Null where there is nothing to tell. */
    String madeUp() {
        return madeUp;
    }
}
