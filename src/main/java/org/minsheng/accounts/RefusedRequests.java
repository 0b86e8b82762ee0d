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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.minsheng.access.Actor;
import org.minsheng.access.Caller;
import org.minsheng.ledger.Ledger;
import org.minsheng.ledger.Personal;
import org.minsheng.ledger.Reason;

/**
 * What was refused for want of a token, a role or patience, for the security log. Like requests of the same origin are
 * counted together and written every few seconds, so that whoever knocks a million times fills a counter and not the ledger.
 */
@ApplicationScoped
class RefusedRequests {
    private record Kind(int status, String operation, UUID account, Origin from) {}

    private static final Set<Integer> REFUSED = Set.of(401, 403, 429);
    private static final int FIRST = 900;
    private static final int KINDS = 500;
    private static final Actor SYSTEM = Actor.system("access");

    private final Map<Kind, AtomicInteger> counts = new ConcurrentHashMap<>();
    private final Ledger ledger;
    private final TransactionSynchronizationRegistry transaction;

    RefusedRequests(Ledger ledger, TransactionSynchronizationRegistry transaction) {
        this.ledger = ledger;
        this.transaction = transaction;
    }

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    context.addEndHandler(sent -> notice(context));
                    context.next();
                },
                FIRST);
    }

    private void notice(RoutingContext context) {
        int status = context.response().getStatusCode();
        if (!REFUSED.contains(status)) return;
        Kind kind = new Kind(status, operation(context), account(context), Origin.of(context));
        // beyond some hundred kinds it is one flood, whose parts tell nothing more
        Kind kept = counts.containsKey(kind) || counts.size() < KINDS
                ? kind
                : new Kind(status, "*", null, new Origin(null, null));
        counts.computeIfAbsent(kept, first -> new AtomicInteger()).incrementAndGet();
    }

    @Scheduled(every = "5s")
    @Transactional
    void write() {
        Map<Kind, Integer> taken = new HashMap<>();
        for (Kind kind : List.copyOf(counts.keySet())) {
            AtomicInteger count = counts.remove(kind);
            if (count != null) taken.put(kind, count.get());
        }
        if (taken.isEmpty()) return;
        transaction.registerInterposedSynchronization(backUnlessCommitted(taken));
        List<SecurityEvent> events = taken.entrySet().stream()
                .map(e -> told(e.getKey(), e.getValue()))
                .toList();
        ledger.record(SYSTEM, "request.refused", events, Reason.NONE);
    }

    /** What a lost database did not take is told when it is back. */
    private Synchronization backUnlessCommitted(Map<Kind, Integer> taken) {
        return new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) return;
                taken.forEach((kind, times) -> counts.computeIfAbsent(kind, first -> new AtomicInteger())
                        .addAndGet(times));
            }
        };
    }

    @Transactional
    void last(@Observes ShutdownEvent stopping) {
        write();
    }

    private static SecurityEvent told(Kind kind, int times) {
        return SecurityEvent.about(
                "",
                new SecurityEvent.Told(
                        kind.account,
                        null,
                        Personal.of(kind.from.address()),
                        Personal.of(kind.from.client()),
                        String.valueOf(kind.status),
                        kind.operation,
                        times));
    }

    /** Without ids and whatever else a stranger puts into a path. */
    private static String operation(RoutingContext context) {
        String path = context.request().path();
        String known = path == null ? "" : path.replaceAll("/[^/]*([^a-z0-9/.-]|[0-9]{2})[^/]*", "/*");
        return context.request().method().name() + " " + (known.length() > 100 ? known.substring(0, 100) : known);
    }

    private static UUID account(RoutingContext context) {
        if (!(context.user() instanceof QuarkusHttpUser user)) return null;
        SecurityIdentity identity = user.getSecurityIdentity();
        Actor actor = identity.getAttribute(Caller.ACTOR);
        return actor == null ? null : actor.account();
    }
}
