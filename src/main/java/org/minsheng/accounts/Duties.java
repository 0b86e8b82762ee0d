package org.minsheng.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.minsheng.access.Role;
import org.minsheng.accounts.secrets.PasswordConfig;

/** What people have to do first, by this installation's policy. */
@ApplicationScoped
class Duties {
    private final Credentials credentials;
    private final Set<Role> factorFor = EnumSet.noneOf(Role.class);
    private final Duration passwordAge;

    Duties(Credentials credentials, PasswordConfig passwords, SessionConfig sessions) {
        this.credentials = credentials;
        sessions.factorFor().ifPresent(names -> names.forEach(name -> factorFor.add(Role.of(name))));
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
