package org.minsheng.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import org.minsheng.access.KnownTokens;
import org.minsheng.http.GatheredBodies;
import org.minsheng.http.ProblemAnswer;
import org.minsheng.http.Refusal;

/** Requests in ten seconds of each account, machine client and address, told on every answer; 429 beyond. */
@ApplicationScoped
public class RateLimits {
    private static final int BEFORE_AUTHENTICATION = 300;
    /** Who asks is known by then, and no body has been read. */
    private static final int AFTER_AUTHENTICATION = 120;

    private static final int AFTER_THE_BODY = 60;
    /** What a body costs to read: each of these as much as a request. */
    private static final int BYTES_OF_A_REQUEST = 32 << 10;
    /** No program that works sends many: unreadable, another method, form or length than the contract's. */
    private static final Set<Integer> MISTAKES = Set.of(400, 405, 406, 413, 415);

    private static final String WRONG_PASSWORD = "auth.failed";
    private static final int MORE_FOR_A_MISTAKE = 3;

    private static final String LEFT = "RateLimit";

    private final Payers payers;
    private final KnownTokens tokens;
    private final RequestTurns turns;
    private final LateRefusals late;
    private final InFlight inFlight;

    /** Forgotten when they are full again. */
    private final Cache<Payer, Purse> purses = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofSeconds(20))
            .build();

    RateLimits(Payers payers, KnownTokens tokens, RequestTurns turns, LateRefusals late, InFlight inFlight) {
        this.payers = payers;
        this.tokens = tokens;
        this.turns = turns;
        this.late = late;
        this.inFlight = inFlight;
    }

    void register(@Observes Filters filters) {
        filters.register(this::knock, BEFORE_AUTHENTICATION);
        filters.register(
                context -> {
                    turns.leave(context);
                    admit(context, payers.of(context));
                },
                AFTER_AUTHENTICATION);
        filters.register(this::weigh, AFTER_THE_BODY);
    }

    /** A token that is refused is paid for like none at all; its check costs more than most reads. */
    private void knock(RoutingContext context) {
        if (!context.request().headers().contains(HttpHeaders.AUTHORIZATION) || tokens.isKnown(context)) {
            context.next();
            return;
        }
        Payer stranger = payers.stranger(context);
        Purse purse = purse(stranger);
        if (purse.isEmpty()) {
            admit(context, stranger);
            return;
        }
        context.addHeadersEndHandler(told -> {
            if (context.response().getStatusCode() == 401
                    && !context.response().headers().contains(LEFT)) pay(context, stranger);
        });
        inFlight.pass(context, purse.ahead(), () -> turns.pass(context, stranger.name()));
    }

    private void admit(RoutingContext context, Payer payer) {
        ConsumptionProbe probe = pay(context, payer);
        if (probe.isConsumed()) {
            context.addHeadersEndHandler(told -> payMore(context, payer));
            inFlight.pass(context, purse(payer).ahead(), context::next);
        } else
            late.refuse(context, Refusal.of(429, "request.too-many").retryAfter((int)
                    Policy.seconds(probe.getNanosToWaitForRefill())));
    }

    /** A body that did not say how long it is pays when it has been read, in advance if need be. */
    private void weigh(RoutingContext context) {
        if (context.request().headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            Payer payer = payers.of(context);
            long more = cost(context, payer) - 1;
            if (more > 0) purse(payer).payMore(more);
        }
        context.next();
    }

    private void payMore(RoutingContext context, Payer payer) {
        if (!MISTAKES.contains(context.response().getStatusCode())
                && !WRONG_PASSWORD.equals(ProblemAnswer.toldTo(context))) return;
        Purse purse = purse(payer);
        purse.payMore(MORE_FOR_A_MISTAKE);
        context.response().putHeader(LEFT, purse.left());
    }

    private static long cost(RoutingContext context, Payer payer) {
        return Math.min(payer.policy().quota(), 1 + GatheredBodies.length(context) / BYTES_OF_A_REQUEST);
    }

    private ConsumptionProbe pay(RoutingContext context, Payer payer) {
        Purse purse = purse(payer);
        ConsumptionProbe probe = purse.pay(cost(context, payer));
        context.response()
                .putHeader("RateLimit-Policy", payer.policy().announced())
                .putHeader(LEFT, purse.left());
        return probe;
    }

    private Purse purse(Payer payer) {
        return purses.get(payer, first -> new Purse(first.policy(), TimeMeter.SYSTEM_NANOTIME));
    }
}
