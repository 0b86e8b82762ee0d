package org.minsheng.accounts.secrets;

import java.time.Duration;
import java.util.Optional;

/** What a password must be, by whose book. */
public enum PasswordProfile {
    /** GB/T 22239-2019 level 3, 8.1.4.1 a: complex and changed from time to time; the numbers are the usual ones. */
    MLPS(10, 15, 3, Duration.ofDays(90), 5),
    /** NIST SP 800-63B-4: long, unknown to lists, and kept. */
    NIST(15, 15, 1, null, 0);

    /** More is not accepted anywhere, so that nobody makes us hash novels. */
    public static final int LONGEST = 128;

    private final int shortest;
    private final int passphrase;
    private final int classes;
    private final Duration age;
    private final int remembered;

    PasswordProfile(int shortest, int passphrase, int classes, Duration age, int remembered) {
        this.shortest = shortest;
        this.passphrase = passphrase;
        this.classes = classes;
        this.age = age;
        this.remembered = remembered;
    }

    /** Counted in characters as people see them, not in UTF-16 units. */
    boolean isStrong(String password) {
        int length = password.codePointCount(0, password.length());
        return length >= passphrase || length >= shortest && CharacterClass.in(password) >= classes;
    }

    /** After which a password is to be changed. */
    public Optional<Duration> age() {
        return Optional.ofNullable(age);
    }

    /** How many former passwords may not come back. */
    public int remembered() {
        return remembered;
    }
}
