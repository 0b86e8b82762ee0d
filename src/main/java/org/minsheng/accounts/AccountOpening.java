package org.minsheng.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import org.minsheng.access.Actor;
import org.minsheng.access.Caller;
import org.minsheng.http.Answers;
import org.minsheng.http.Idempotent;
import org.minsheng.http.Refusal;
import org.minsheng.http.Replay;
import org.minsheng.ledger.Ledger;

/** Opens an account. Apart from the resource, so that the answer kept for replays knows no password. */
@ApplicationScoped
class AccountOpening {
    private final Caller caller;
    private final Accounts accounts;
    private final Credentials credentials;
    private final Answers answers;
    private final Ledger ledger;

    AccountOpening(Caller caller, Accounts accounts, Credentials credentials, Answers answers, Ledger ledger) {
        this.caller = caller;
        this.accounts = accounts;
        this.credentials = credentials;
        this.answers = answers;
        this.ledger = ledger;
    }

    @Idempotent
    @Transactional
    Response open(NewAccount wanted, FirstPassword password) {
        Actor actor = caller.actor();
        byte[] request = Replay.digest(wanted);
        Account known = wanted.id() == null ? null : accounts.known(wanted.id()).orElse(null);
        if (known != null) {
            Replay.require(known.wasCreatedFrom(request)
                    && accounts.within(known.id(), actor.scope()).isPresent());
            return created(known, actor);
        }
        var unit = accounts.unitFor(wanted.unitId(), actor.scope());
        if (accounts.byUsername(wanted.username()).isPresent())
            throw Refusal.conflict("account.username-taken").at("/username");
        Account account = new Account(wanted, unit, request, caller.now());
        accounts.store(account);
        credentials.begin(account, password, caller.now());
        ledger.record(actor, "account.created", account);
        return created(account, actor);
    }

    private Response created(Account account, Actor actor) {
        return answers.created("/api/v1/accounts/" + account.id(), account.version(), AccountView.of(account, actor));
    }
}
