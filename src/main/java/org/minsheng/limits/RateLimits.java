package org.minsheng.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.minsheng.access.KnownTokens;
import org.minsheng.http.EarlyAnswer;
import org.minsheng.http.Refusal;

/** Requests a minute of each account, machine client and address, told on every answer; 429 beyond. */
@ApplicationScoped
public class RateLimits {
    private static final int BEFORE_AUTHENTICATION = 300;
    /** Who asks is known by then. */
    private static final int AFTER_AUTHENTICATION = 50;

    private static final String BEARER = "Bearer ";
    private static final String LEFT = "RateLimit";

    private final Payers payers;
    private final KnownTokens tokens;
    private final EarlyAnswer early;

    /** Forgotten when they are full again. */
    private final Cache<Payer, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build();

    RateLimits(Payers payers, KnownTokens tokens, EarlyAnswer early) {
        this.payers = payers;
        this.tokens = tokens;
        this.early = early;
    }

    void register(@Observes Filters filters) {
        filters.register(this::knock, BEFORE_AUTHENTICATION);
        filters.register(context -> admit(context, payers.of(context)), AFTER_AUTHENTICATION);
    }

    /** A token that is refused is paid for like none at all; its check costs more than most reads. */
    private void knock(RoutingContext context) {
        String brought = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (brought == null) {
            context.next();
            return;
        }
        Payer stranger = payers.stranger(context);
        if (purse(stranger).getAvailableTokens() == 0 && !isKnown(brought)) {
            admit(context, stranger);
            return;
        }
        context.addHeadersEndHandler(told -> {
            if (context.response().getStatusCode() == 401
                    && !context.response().headers().contains(LEFT)) pay(context, stranger);
        });
        context.next();
    }

    private boolean isKnown(String brought) {
        return brought.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && tokens.knows(brought.substring(BEARER.length()));
    }

    private void admit(RoutingContext context, Payer payer) {
        ConsumptionProbe probe = pay(context, payer);
        if (probe.isConsumed()) context.next();
        else
            early.refuse(context, Refusal.of(429, "request.too-many").retryAfter((int)
                    Policy.seconds(probe.getNanosToWaitForRefill())));
    }

    private ConsumptionProbe pay(RoutingContext context, Payer payer) {
        ConsumptionProbe probe = purse(payer).tryConsumeAndReturnRemaining(1);
        context.response()
                .putHeader("RateLimit-Policy", payer.policy().announced())
                .putHeader(
                        LEFT,
                        payer.policy()
                                .left(probe.getRemainingTokens(), Policy.seconds(probe.getNanosToWaitForReset())));
        return probe;
    }

    private Bucket purse(Payer payer) {
        return buckets.get(payer, first -> first.policy().bucket(TimeMeter.SYSTEM_NANOTIME));
    }
}
