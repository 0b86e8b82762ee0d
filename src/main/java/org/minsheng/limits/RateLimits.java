package org.minsheng.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import org.minsheng.access.Actor;
import org.minsheng.access.Caller;
import org.minsheng.http.EarlyAnswer;
import org.minsheng.http.Refusal;

/** Requests a minute of each account, machine client and address, told on every answer; 429 beyond. */
@ApplicationScoped
public class RateLimits {
    /** Of whom, by which policy. */
    private record Payer(Policy policy, String name) {}

    /** Who asks is known by then. */
    private static final int AFTER_AUTHENTICATION = 50;

    private static final Set<String> SIGNING_IN = Set.of(
            "/api/v1/auth/login",
            "/api/v1/auth/outside-login",
            "/api/v1/auth/refresh",
            "/api/v1/auth/token",
            "/api/v1/auth/bootstrap");

    private final Policy person;
    private final Policy client;
    private final Policy anonymous;
    private final Policy signIn;
    private final EarlyAnswer early;

    /** Forgotten when they are full again. */
    private final Cache<Payer, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build();

    RateLimits(LimitsConfig config, EarlyAnswer early) {
        person = new Policy("person", config.person());
        client = new Policy("client", config.client());
        anonymous = new Policy("anonymous", config.anonymous());
        signIn = new Policy("sign-in", config.signIn());
        this.early = early;
    }

    void register(@Observes Filters filters) {
        filters.register(this::count, AFTER_AUTHENTICATION);
    }

    private void count(RoutingContext context) {
        Payer payer = payer(context);
        ConsumptionProbe probe = buckets.get(payer, first -> first.policy.bucket(TimeMeter.SYSTEM_NANOTIME))
                .tryConsumeAndReturnRemaining(1);
        context.response()
                .putHeader("RateLimit-Policy", payer.policy.announced())
                .putHeader(
                        "RateLimit",
                        payer.policy.left(probe.getRemainingTokens(), Policy.seconds(probe.getNanosToWaitForReset())));
        if (probe.isConsumed()) context.next();
        else
            early.refuse(context, Refusal.of(429, "request.too-many").retryAfter((int)
                    Policy.seconds(probe.getNanosToWaitForRefill())));
    }

    private Payer payer(RoutingContext context) {
        if (context.request().method() == HttpMethod.POST && SIGNING_IN.contains(context.normalizedPath()))
            return new Payer(signIn, Network.of(context));
        Actor actor = context.user() instanceof QuarkusHttpUser user
                ? user.getSecurityIdentity().getAttribute(Caller.ACTOR)
                : null;
        if (actor == null) return new Payer(anonymous, Network.of(context));
        return new Payer(
                actor.session() == null ? client : person, actor.account().toString());
    }
}
