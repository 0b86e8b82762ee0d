package org.minsheng.accounts;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.minsheng.access.Actor;
import org.minsheng.access.Scope;
import org.minsheng.http.Language;
import org.minsheng.ledger.Ledger;
import org.minsheng.ledger.Personal;

/** Writes what happens to access into the ledger, within the transaction that does it. */
@ApplicationScoped
public class SecurityLog {
    private static final Actor NOBODY = Actor.system("access");

    private final Ledger ledger;
    private final RoutingContext request;

    SecurityLog(Ledger ledger, RoutingContext request) {
        this.ledger = ledger;
        this.request = request;
    }

    /** By the owner of the account. */
    void own(String action, Account account, UUID session) {
        own(action, account, session, null);
    }

    void own(String action, Account account, UUID session, String detail) {
        record(actor(account), action, account, session, detail);
    }

    /** By somebody who said to be somebody that nobody is. What they said may be a password in the wrong field. */
    void nobody(String action, String detail) {
        record(NOBODY, action, null, "", null, detail);
    }

    /** By an administrator. */
    void by(Actor actor, String action, Account account) {
        record(actor, action, account, null, null);
    }

    /** By a machine client, about itself. */
    public void by(Actor machine, String action, String unitPath) {
        by(machine, action, unitPath, null);
    }

    /** By whoever asks, at a unit. */
    public void by(Actor actor, String action, String unitPath, String detail) {
        record(actor, action, actor.account(), unitPath, null, detail);
    }

    private void record(Actor actor, String action, Account account, UUID session, String detail) {
        record(actor, action, account.id(), account.unitPath(), session, detail);
    }

    private void record(Actor actor, String action, UUID account, String unitPath, UUID session, String detail) {
        Origin from = Origin.of(request);
        ledger.record(
                actor,
                action,
                SecurityEvent.about(
                        unitPath,
                        new SecurityEvent.Told(
                                account,
                                session,
                                Personal.of(from.address()),
                                Personal.of(from.client()),
                                detail,
                                null,
                                null)));
    }

    /** Who has not signed in yet, or is just about to. */
    static Actor actor(Account account) {
        Scope scope = account.unit == null
                ? Scope.everything(false)
                : Scope.of(account.unit.path(), account.unit.path(), account.unit.id(), false);
        return new Actor(account.id(), account.username, Set.of(), scope, null, Language.ZH);
    }
}
