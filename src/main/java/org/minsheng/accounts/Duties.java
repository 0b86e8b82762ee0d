package org.minsheng.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.minsheng.access.Role;
import org.minsheng.accounts.secrets.PasswordConfig;

/** What people have to do first, by this installation's policy. */
@ApplicationScoped
class Duties {
    private final Credentials credentials;
    private final Set<Role> factorFor;
    private final Duration passwordAge;

    Duties(Credentials credentials, PasswordConfig passwords, SessionConfig sessions) {
        this.credentials = credentials;
        factorFor = sessions.factorFor().orElse(Set.of());
        passwordAge = passwords.profile().age().orElse(null);
    }

    Set<Duty> of(Account account, Instant now) {
        return of(credentials.of(account.id()).facts(), account.roles, now);
    }

    Set<Duty> of(Credential.Facts facts, Set<Role> roles, Instant now) {
        return facts.duties(roles, factorFor, passwordAge, now);
    }

    boolean needFactor(Account account) {
        return account.roles.stream().anyMatch(factorFor::contains);
    }
}
