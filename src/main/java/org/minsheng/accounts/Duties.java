package org.minsheng.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.minsheng.access.Role;
import org.minsheng.accounts.secrets.PasswordConfig;

/** What people have to do first, by this installation's policy. */
@ApplicationScoped
class Duties {
    private final EntityManager database;
    private final Credentials credentials;
    private final Set<Role> factorFor;
    private final Duration passwordAge;

    Duties(EntityManager database, Credentials credentials, PasswordConfig passwords, SessionConfig sessions) {
        this.database = database;
        this.credentials = credentials;
        factorFor = sessions.factorFor().orElse(Set.of());
        passwordAge = passwords.profile().age().orElse(null);
    }

    /** Of who has this session open. */
    Set<Duty> of(Account account, UUID session, Instant now) {
        Credential.Facts facts = credentials.of(account.id()).facts();
        Session open = database.find(Session.class, session);
        return of(open.outside ? facts.outside(open.factored, now) : facts, account.roles, now);
    }

    Set<Duty> of(Credential.Facts facts, Set<Role> roles, Instant now) {
        return facts.duties(roles, factorFor, passwordAge, now);
    }

    boolean needFactor(Account account) {
        return account.roles.stream().anyMatch(factorFor::contains);
    }
}
