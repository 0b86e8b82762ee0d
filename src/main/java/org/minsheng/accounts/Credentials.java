package org.minsheng.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.minsheng.accounts.secrets.BreachedPasswords;
import org.minsheng.accounts.secrets.PasswordConfig;
import org.minsheng.accounts.secrets.PasswordRules;
import org.minsheng.accounts.secrets.Passwords;
import org.minsheng.db.Ids;
import org.minsheng.http.Lasting;
import org.minsheng.http.Refusal;
import org.minsheng.units.Unit;

/** Passwords of accounts: which ones are taken, which were used before, and what too many wrong ones lead to. */
@ApplicationScoped
class Credentials {
    /** What is compared before anybody is let in, read without holding a connection while the hash is made. */
    record Known(UUID account, String passwordHash) {
        /** Whoever asks for a name that nobody has: the same work is done for them. */
        static final Known NOBODY = new Known(new UUID(0, 0), null);
    }

    static final int FAILURES = 5;
    static final Duration LOCK = Duration.ofMinutes(15);

    /**
     * One statement, so that simultaneous attempts all count. MySQL sets columns in the order they are written, with the
     * new values of those before.
     */
    private static final String FAILED = """
            update credential
               set failures = case when failing_since is null or failing_since <= ?1 then 1 else failures + 1 end,
                   failing_since = case when failures = 1 then ?2 else failing_since end,
                   locked_until = case when failures >= ?3 then ?4 else locked_until end
             where account_id = ?5 and (locked_until is null or locked_until <= ?2)""";

    private final EntityManager database;
    private final Passwords passwords;
    private final BreachedPasswords breached;
    private final PasswordConfig config;

    Credentials(EntityManager database, Passwords passwords, BreachedPasswords breached, PasswordConfig config) {
        this.database = database;
        this.passwords = passwords;
        this.breached = breached;
        this.config = config;
    }

    /** A transaction of its own, so that the connection is free again before the password is hashed. */
    @Lasting
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<Known> known(String username) {
        return database.createQuery("""
                        select a.id, c.passwordHash from Account a join Credential c on c.accountId = a.id
                        where a.username = :username""", Known.class)
                .setParameter("username", username)
                .getResultStream()
                .findFirst();
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Known known(UUID account) {
        return new Known(account, of(account).passwordHash);
    }

    Credential of(UUID account) {
        return database.find(Credential.class, account);
    }

    Credential locked(UUID account) {
        return database.find(Credential.class, account, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Hashed anew at today's cost, unless it has changed meanwhile. */
    @Lasting
    @Transactional
    void renew(Known known, String better) {
        database.createQuery(
                        "update Credential c set c.passwordHash = :better where c.accountId = :account and c.passwordHash = :hash")
                .setParameter("better", better)
                .setParameter("account", known.account())
                .setParameter("hash", known.passwordHash())
                .executeUpdate();
    }

    /** Counts a wrong password or code; whether this one locked the account. The same statements for nobody's. */
    boolean failed(UUID account, Instant now) {
        int counted = database.createNativeQuery(FAILED)
                .setParameter(1, utc(now.minus(LOCK)))
                .setParameter(2, utc(now))
                .setParameter(3, FAILURES)
                .setParameter(4, utc(now.plus(LOCK)))
                .setParameter(5, Ids.bytes(account))
                .executeUpdate();
        long locked = database.createQuery(
                        "select count(*) from Credential c where c.accountId = :account and c.lockedUntil > :now",
                        Long.class)
                .setParameter("account", account)
                .setParameter("now", now)
                .getSingleResult();
        return counted == 1 && locked == 1;
    }

    /** Whoever opened the account knows its password: the owner changes it first. */
    void begin(Account account, FirstPassword first, Instant now) {
        if (first.given() != null) require(account, first.given(), "/password");
        String password = first.given() == null ? first.makeUp(passwords) : first.given();
        Credential credential = new Credential(account.id(), passwords.hash(password), now);
        database.persist(credential.toBeChangedWithin(config.oneTime()));
    }

    void store(Credential credential) {
        database.persist(credential);
    }

    /** What its owner changes a password to; the one of before is remembered. */
    void change(Credential credential, String hash, Instant now) {
        remember(credential);
        credential.change(hash, now);
    }

    /** What somebody else makes it: good for one change, within a day. */
    void replace(Credential credential, String madeUp, Instant now) {
        remember(credential);
        credential.change(passwords.hash(madeUp), now);
        credential.toBeChangedWithin(config.oneTime());
        credential.unlock();
    }

    void require(Account account, String wanted, String pointer) {
        PasswordRules.complaint(wanted, config.profile(), words(account)).ifPresent(code -> {
            throw Refusal.rule(code).at(pointer);
        });
        if (breached.have(wanted))
            throw Refusal.rule("account.password-breached").at(pointer);
    }

    /** In a transaction of its own, so that none lasts as long as the hashes that are made before and after. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void requireOf(UUID account, String wanted, String pointer) {
        require(database.find(Account.class, account), wanted, pointer);
    }

    /** The present password and those that it must not be changed to; read without holding a connection afterwards. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<String> remembered(UUID account) {
        List<String> hashes = new ArrayList<>(List.of(of(account).passwordHash));
        hashes.addAll(former(account, config.profile().remembered() - 1));
        return hashes;
    }

    /** Takes as long as that many hashes. */
    void requireNew(String wanted, List<String> remembered, String pointer) {
        for (String hash : remembered)
            if (passwords.verify(wanted, hash))
                throw Refusal.rule("account.password-used-before").at(pointer);
    }

    private List<String> former(UUID account, int most) {
        if (most <= 0) return List.of();
        return database.createNativeQuery(
                        "select password_hash from former_password where account_id = ?1 order by set_at desc limit ?2",
                        String.class)
                .setParameter(1, Ids.bytes(account))
                .setParameter(2, most)
                .getResultList();
    }

    private void remember(Credential credential) {
        database.createNativeQuery(
                        "insert into former_password (account_id, set_at, password_hash) values (?1, ?2, ?3)")
                .setParameter(1, Ids.bytes(credential.accountId))
                .setParameter(2, utc(credential.passwordSetAt))
                .setParameter(3, credential.passwordHash)
                .executeUpdate();
    }

    private Set<String> words(Account account) {
        Set<String> words = new HashSet<>(List.of(account.username, account.displayName));
        for (Unit unit = account.unit; unit != null; unit = government(unit)) {
            words.add(unit.name());
            words.add(unit.code());
        }
        return words;
    }

    private Unit government(Unit unit) {
        return unit.id().equals(unit.governmentId()) ? null : database.find(Unit.class, unit.governmentId());
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
