package org.minsheng.accounts;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.minsheng.access.Actor;
import org.minsheng.access.Role;
import org.minsheng.accounts.secrets.Passwords;
import org.minsheng.http.Lasting;
import org.minsheng.http.Refusal;
import org.minsheng.http.Sha256;
import org.minsheng.ledger.Ledger;

/** The first three administrators: there is no default account, but a secret that the first start prints once. */
@ApplicationScoped
class Bootstrap {
    private static final Logger LOG = Logger.getLogger(Bootstrap.class);
    private static final Duration PATIENCE = Duration.ofHours(24);
    private static final int AFTER_MIGRATION_AND_DEMO = 5000;

    private final EntityManager database;
    private final Accounts accounts;
    private final Credentials credentials;
    private final Passwords passwords;
    private final Ledger ledger;
    private final Clock clock;

    Bootstrap(
            EntityManager database,
            Accounts accounts,
            Credentials credentials,
            Passwords passwords,
            Ledger ledger,
            Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.credentials = credentials;
        this.passwords = passwords;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Again at every start until all three are there: a secret that scrolled away is replaced. */
    @Transactional
    void begin(@Observes @Priority(AFTER_MIGRATION_AND_DEMO) StartupEvent started) {
        if (!accounts.isEmpty() && stored().isEmpty() || missing().isEmpty()) return;
        byte[] bits = new byte[16];
        new SecureRandom().nextBytes(bits);
        String secret = HexFormat.of().formatHex(bits);
        database.createNativeQuery("replace into bootstrap (id, secret_hash, expires_at) values (1, ?1, ?2)")
                .setParameter(1, Sha256.of(secret))
                .setParameter(2, LocalDateTime.ofInstant(clock.instant().plus(PATIENCE), ZoneOffset.UTC))
                .executeUpdate();
        // not through the log, which may be shipped to others
        System.out.println(
                "No administrators yet. Open the three accounts within 24 hours with POST /api/v1/auth/bootstrap"
                        + " and the secret " + secret);
        LOG.info("No administrators yet: a bootstrap secret was printed to standard output");
    }

    @Lasting
    @Transactional
    void open(FirstAdministrator wanted, Instant now) {
        requireSecret(wanted.secret(), now);
        if (!missing().contains(wanted.role()))
            throw Refusal.conflict("account.role-held").at("/role");
        if (accounts.byUsername(wanted.username()).isPresent())
            throw Refusal.conflict("account.username-taken").at("/username");
        Actor actor = Actor.system("bootstrap");
        Account account = new Account(wanted.account(), null, null, now);
        credentials.require(account, wanted.password(), "/password");
        account.grant(Set.of(wanted.role()), actor, now);
        accounts.store(account);
        credentials.store(new Credential(account.id(), passwords.hash(wanted.password()), now));
        ledger.record(actor, "account.created", account);
        if (missing().isEmpty())
            database.createNativeQuery("delete from bootstrap").executeUpdate();
    }

    /** The row's lock lets one at a time through. */
    private void requireSecret(String given, Instant now) {
        List<Object[]> row = stored();
        boolean right = !row.isEmpty()
                && MessageDigest.isEqual((byte[]) row.get(0)[0], Sha256.of(given))
                && expiry(row.get(0)[1]).isAfter(now);
        if (!right) throw Refusal.unauthenticated("auth.failed");
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> stored() {
        return database.createNativeQuery("select secret_hash, expires_at from bootstrap where id = 1 for update")
                .getResultList();
    }

    private static Instant expiry(Object column) {
        return column instanceof java.sql.Timestamp t
                ? t.toLocalDateTime().toInstant(ZoneOffset.UTC)
                : ((LocalDateTime) column).toInstant(ZoneOffset.UTC);
    }

    private List<Role> missing() {
        return Role.ADMINS.stream().filter(role -> !accounts.holdsAnybody(role)).toList();
    }
}
