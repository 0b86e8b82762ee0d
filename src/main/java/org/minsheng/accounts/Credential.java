package org.minsheng.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.minsheng.access.Role;

/** What proves who the owner of an account is; changes at every attempt, so it is no part of the account's versions. */
@Entity
class Credential {
    @Id
    @Column(columnDefinition = "binary(16)")
    UUID accountId;

    String passwordHash;
    Instant passwordSetAt;

    /** Somebody else knows the password: it has to be changed, and is dead from then on. */
    Instant passwordUntil;

    int failures;
    Instant failingSince;
    Instant lockedUntil;
    Instant usedAt;

    @Column(columnDefinition = "varbinary(100)")
    byte[] factorSeed;

    Instant factorSince;
    long factorStep;

    /** A second factor whose first code is still to come. */
    @Column(columnDefinition = "varbinary(100)")
    byte[] factorNext;

    protected Credential() {}

    Credential(UUID account, String passwordHash, Instant now) {
        accountId = account;
        this.passwordHash = passwordHash;
        passwordSetAt = now;
    }

    Credential toBeChangedWithin(Duration patience) {
        passwordUntil = passwordSetAt.plus(patience);
        return this;
    }

    void change(String hash, Instant now) {
        passwordHash = hash;
        passwordSetAt = now;
        passwordUntil = null;
    }

    boolean isLocked(Instant now) {
        return lockedUntil != null && lockedUntil.isAfter(now);
    }

    void unlock() {
        lockedUntil = null;
        failures = 0;
        failingSince = null;
    }

    boolean hasFactor() {
        return factorSeed != null;
    }

    /** Whether the password that the owner gave may open a session at all. */
    boolean isStale(Instant now) {
        return passwordUntil != null && !passwordUntil.isAfter(now);
    }

    Facts facts() {
        return new Facts(passwordSetAt, passwordUntil, factorSeed != null);
    }

    /** What decides on duties, also where no entity is at hand. */
    record Facts(Instant passwordSetAt, Instant passwordUntil, boolean factor) {
        /** Of a session that another issuer vouches for: whose password nobody gave here. */
        Facts outside(boolean factored, Instant now) {
            return new Facts(now, null, factor || factored);
        }

        Set<Duty> duties(Set<Role> roles, Set<Role> factorRequired, Duration passwordAge, Instant now) {
            return Duty.of(
                    passwordUntil != null
                            || passwordAge != null
                                    && passwordSetAt.plus(passwordAge).isBefore(now),
                    !factor && roles.stream().anyMatch(factorRequired::contains));
        }
    }
}
