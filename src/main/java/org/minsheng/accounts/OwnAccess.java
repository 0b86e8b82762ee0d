package org.minsheng.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.minsheng.access.Actor;
import org.minsheng.accounts.secrets.Passwords;
import org.minsheng.accounts.secrets.Totp;
import org.minsheng.http.Refusal;

/** What people do about their own access. */
@ApplicationScoped
class OwnAccess {
    private final Accounts accounts;
    private final Credentials credentials;
    private final Passwords passwords;
    private final Factors factors;
    private final Duties duties;
    private final Sessions sessions;
    private final Proof proof;
    private final SecurityLog log;

    OwnAccess(
            Accounts accounts,
            Credentials credentials,
            Passwords passwords,
            Factors factors,
            Duties duties,
            Sessions sessions,
            Proof proof,
            SecurityLog log) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.passwords = passwords;
        this.factors = factors;
        this.duties = duties;
        this.sessions = sessions;
        this.proof = proof;
        this.log = log;
    }

    /** Seven hashes, and none of them in a transaction: who waits for one must hold neither a connection nor a row. */
    void changePassword(Actor actor, PasswordChange change, Instant now) {
        List<String> remembered = credentials.remembered(actor.account());
        if (!passwords.verify(change.currentPassword(), remembered.get(0))) {
            proof.failed(actor.account(), now);
            throw Proof.wrong("/currentPassword");
        }
        credentials.requireOf(actor.account(), change.newPassword(), "/newPassword");
        credentials.requireNew(change.newPassword(), remembered, "/newPassword");
        proof.change(actor, remembered.get(0), passwords.hash(change.newPassword()), now);
    }

    SessionList sessions(Actor actor) {
        return SessionList.of(sessions.live(actor.account()), actor.session());
    }

    FactorSeed beginFactor(Actor actor) {
        byte[] seed = factors.begin(credentials.locked(actor.account()));
        return new FactorSeed(Totp.spelled(seed), Totp.uri(seed, account(actor).username));
    }

    RecoveryCodeList confirmFactor(Actor actor, String code, Instant now) {
        Account account = account(actor);
        RecoveryCodeList codes = new RecoveryCodeList(factors.confirm(credentials.locked(account.id()), code, now));
        sessions.endAll(account.id(), actor.session(), now);
        log.own("factor.set", account, actor.session());
        return codes;
    }

    void removeFactor(Actor actor) {
        Account account = account(actor);
        if (duties.needFactor(account)) throw Refusal.rule("factor.required");
        Credential credential = withFactor(actor);
        factors.remove(credential);
        log.own("factor.removed", account, actor.session());
    }

    RecoveryCodeList renewRecoveryCodes(Actor actor) {
        RecoveryCodeList codes = new RecoveryCodeList(factors.newRecoveryCodes(withFactor(actor)));
        log.own("recovery-codes.renewed", account(actor), actor.session());
        return codes;
    }

    private Credential withFactor(Actor actor) {
        Credential credential = credentials.locked(actor.account());
        if (!credential.hasFactor()) throw Refusal.conflict("factor.not-there");
        return credential;
    }

    private Account account(Actor actor) {
        return accounts.active(actor.account()).orElseThrow(Refusal::notFound);
    }
}
