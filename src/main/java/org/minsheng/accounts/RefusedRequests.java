package org.minsheng.accounts;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.minsheng.access.Actor;
import org.minsheng.access.Caller;
import org.minsheng.http.Attempt;
import org.minsheng.http.Turned;
import org.minsheng.ledger.Ledger;
import org.minsheng.ledger.Personal;
import org.minsheng.ledger.Reason;

/**
 * What was refused for want of a token, a role or patience, and whatever shows an {@link Attempt} to get around a check, for
 * the security log. Like requests of the same origin are counted together and written every few seconds, so that whoever
 * knocks a million times fills a counter and not the ledger.
 */
@ApplicationScoped
class RefusedRequests {
    private static final Set<Integer> REFUSED = Set.of(401, 403, 429);
    private static final int FIRST = 900;
    private static final int LONGEST = 100;
    private static final String NOTICED = "minsheng.refusal-noticed";
    private static final Actor SYSTEM = Actor.system("access");

    private final Tally tally = new Tally();
    private final Accounts accounts;
    private final Ledger ledger;
    private final TransactionSynchronizationRegistry transaction;

    RefusedRequests(Accounts accounts, Ledger ledger, TransactionSynchronizationRegistry transaction) {
        this.accounts = accounts;
        this.ledger = ledger;
        this.transaction = transaction;
    }

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    notice(context);
                    context.next();
                },
                FIRST);
    }

    /** Some go no further than the doorstep. */
    void turned(@Observes Turned away) {
        notice(away.context());
    }

    private void notice(RoutingContext context) {
        if (context.get(NOTICED) != null) return;
        context.put(NOTICED, true);
        context.addEndHandler(sent -> count(context));
    }

    private void count(RoutingContext context) {
        int status = context.response().getStatusCode();
        UUID account = account(context);
        String attempt = Attempt.in(context, account != null);
        if (attempt != null || REFUSED.contains(status))
            tally.add(
                    new Tally.Kind(
                            REFUSED.contains(status) ? String.valueOf(status) : status + " " + attempt,
                            operation(context),
                            account,
                            Origin.of(context)),
                    1);
    }

    @Scheduled(every = "5s")
    @Transactional
    void write() {
        Map<Tally.Kind, Integer> taken = tally.take();
        if (taken.isEmpty()) return;
        transaction.registerInterposedSynchronization(backUnlessCommitted(taken));
        // a person's by that person: their own auditor reads it, and the erasure of their values reaches it
        Map<Optional<Account>, List<SecurityEvent>> events = new HashMap<>();
        taken.forEach((kind, times) -> {
            Optional<Account> person = Optional.ofNullable(kind.account()).flatMap(accounts::known);
            events.computeIfAbsent(person, first -> new ArrayList<>()).add(told(kind, person, times));
        });
        events.forEach((person, theirs) ->
                ledger.record(person.map(SecurityLog::actor).orElse(SYSTEM), "request.refused", theirs, Reason.NONE));
    }

    /** What a lost database did not take is told when it is back. */
    private Synchronization backUnlessCommitted(Map<Tally.Kind, Integer> taken) {
        return new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status != Status.STATUS_COMMITTED) taken.forEach(tally::add);
            }
        };
    }

    @Transactional
    void last(@Observes ShutdownEvent stopping) {
        write();
    }

    private static SecurityEvent told(Tally.Kind kind, Optional<Account> person, int times) {
        return SecurityEvent.about(
                person.map(Account::unitPath).orElse(""),
                new SecurityEvent.Told(
                        kind.account(),
                        null,
                        Personal.of(kind.from().address()),
                        Personal.of(kind.from().client()),
                        kind.what(),
                        kind.operation(),
                        times));
    }

    /** Without ids and whatever else a stranger puts into a path or a verb. */
    private static String operation(RoutingContext context) {
        String path = context.request().path();
        String known = path == null ? "" : path.replaceAll("/[^/]*([^a-z0-9/.-]|[0-9]{2})[^/]*", "/*");
        String whole = context.request().method().name() + " " + known;
        return whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole;
    }

    private static UUID account(RoutingContext context) {
        if (!(context.user() instanceof QuarkusHttpUser user)) return null;
        SecurityIdentity identity = user.getSecurityIdentity();
        Actor actor = identity.getAttribute(Caller.ACTOR);
        return actor == null ? null : actor.account();
    }
}
