package org.minsheng.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.minsheng.access.Actor;
import org.minsheng.http.Lasting;
import org.minsheng.http.Refusal;

/** What follows a compared password: the lock, the code, the session, and what the security log says of each. */
@ApplicationScoped
class Proof {
    /** @param hash what the password is right for; another one meanwhile means that it has changed. Null where it is wrong */
    record Given(String hash, String code) {}

    private static final String UNKNOWN = "auth.unknown";
    private static final String WRONG = "auth.failed";

    private final Accounts accounts;
    private final Credentials credentials;
    private final Factors factors;
    private final Sessions sessions;
    private final OutsideIdentities outside;
    private final SecurityLog log;
    private final TokenAnswers answers;

    Proof(
            Accounts accounts,
            Credentials credentials,
            Factors factors,
            Sessions sessions,
            OutsideIdentities outside,
            SecurityLog log,
            TokenAnswers answers) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.factors = factors;
        this.sessions = sessions;
        this.outside = outside;
        this.log = log;
        this.answers = answers;
    }

    @Lasting
    @Transactional(dontRollbackOn = Refusal.class)
    void failed(UUID id, Instant now) {
        Account account = accounts.known(id).orElseThrow();
        boolean locked = credentials.failed(id, now);
        log.own("session.failed", account, null, locked ? "auth.locked" : "auth.failed");
        if (locked) log.own("account.locked", account, null);
    }

    @Lasting
    @Transactional(dontRollbackOn = Refusal.class)
    TokenAnswers.Told open(UUID id, Given given, Session.Transport transport, Origin from, Instant now) {
        Credential credential = credentials.locked(id);
        Account account = accounts.whole(id).orElse(null);
        String obstacle = obstacle(account, credential, given, now);
        if (obstacle != null) {
            refuse(account, obstacle, now);
            throw Refusal.unauthenticated("auth.failed");
        }
        boolean coded = credential.hasFactor() && checkCode(account, credential, given.code(), now);
        credential.failures = 0;
        credential.failingSince = null;
        credential.usedAt = now;
        Sessions.Opened opened = sessions.open(account, transport, from, now);
        log.own("session.opened", account, opened.session(), coded ? "password+code" : "password");
        return answers.tell(opened, now);
    }

    private static String obstacle(Account account, Credential credential, Given given, Instant now) {
        if (account == null) return UNKNOWN;
        if (!credential.passwordHash.equals(given.hash())) return WRONG;
        if (credential.isLocked(now)) return "auth.locked";
        if (account.status != AccountStatus.ACTIVE) return "auth.inactive";
        return credential.isStale(now) ? "auth.one-time-over" : null;
    }

    /** Whatever the obstacle, as many statements and records: their time would tell who has an account, and in which state. */
    private void refuse(Account account, String obstacle, Instant now) {
        boolean counts = obstacle.equals(WRONG);
        boolean locked = credentials.failed(counts ? account.id() : Credentials.Known.NOBODY.account(), now);
        String why = locked ? "auth.locked" : obstacle;
        if (account == null) log.nobody("session.failed", why);
        else if (counts) log.own("session.failed", account, null, why);
        else log.own("session.refused", account, null, why);
        if (locked) log.own("account.locked", account, null);
    }

    /** The other issuer stands for the password, and for the second factor where it says so; for nothing else. */
    @Lasting
    @Transactional(dontRollbackOn = Refusal.class)
    TokenAnswers.Told openOutside(OutsideIssuer.Person person, OutsideSignInRequest given, Origin from, Instant now) {
        UUID id = outside.account(person).orElseThrow(() -> Refusal.unauthenticated("auth.outside-refused"));
        Credential credential = credentials.locked(id);
        Account account = accounts.active(id).orElseThrow(() -> Refusal.unauthenticated("auth.outside-refused"));
        if (credential.isLocked(now)) throw Refusal.unauthenticated("auth.outside-refused");
        boolean factored =
                person.factored() || credential.hasFactor() && checkCode(account, credential, given.code(), now);
        if (!outside.spend(given.idToken(), person.expires())) throw Refusal.unauthenticated("auth.outside-refused");
        credential.usedAt = now;
        Sessions.Opened opened = sessions.openOutside(account, given.transport(), factored, from, now);
        log.own("session.opened", account, opened.session(), factored ? "outside+code" : "outside");
        return answers.tell(opened, now);
    }

    @Transactional(dontRollbackOn = Refusal.class)
    void again(Actor actor, Given given, Instant now) {
        Credential credential = credentials.locked(actor.account());
        Account account = accounts.known(actor.account()).orElseThrow();
        if (credential.isLocked(now) || !credential.passwordHash.equals(given.hash())) throw wrong("/password");
        if (credential.hasFactor()) checkCode(account, credential, given.code(), now);
        credential.failures = 0;
        credential.failingSince = null;
        sessions.prove(actor.session(), now);
        log.own("session.proven", account, actor.session());
    }

    /** @param compared the hash of the password that was given as the present one */
    @Transactional(dontRollbackOn = Refusal.class)
    void change(Actor actor, String compared, String hash, Instant now) {
        Credential credential = credentials.locked(actor.account());
        Account account = accounts.active(actor.account()).orElseThrow(Refusal::notFound);
        if (credential.isLocked(now) || !credential.passwordHash.equals(compared)) throw wrong("/currentPassword");
        credentials.change(credential, hash, now);
        sessions.endAll(account.id(), actor.session(), now);
        log.own("password.changed", account, actor.session());
    }

    static Refusal wrong(String pointer) {
        return Refusal.rule("auth.password-wrong").at(pointer);
    }

    @Transactional
    void end(Actor actor, UUID session, Instant now) {
        if (!sessions.end(actor.account(), session, now)) throw Refusal.notFound();
        log.own("session.ended", accounts.known(actor.account()).orElseThrow(), session);
    }

    private boolean checkCode(Account account, Credential credential, String code, Instant now) {
        if (code == null || code.isBlank()) throw Refusal.unauthenticated("auth.code-needed");
        Factors.Right right = factors.check(credential, code.strip(), now);
        if (right == Factors.Right.NOT) {
            failed(account.id(), now);
            throw Refusal.unauthenticated("auth.code-wrong");
        }
        if (right == Factors.Right.RECOVERY) log.own("recovery-code.used", account, null);
        return true;
    }
}
