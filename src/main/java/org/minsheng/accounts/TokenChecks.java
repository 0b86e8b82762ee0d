package org.minsheng.accounts;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.minsheng.access.KnownTokens;
import org.minsheng.http.EarlyAnswer;
import org.minsheng.http.Refusal;
import org.minsheng.limits.YieldingThreads;

/** Signatures of tokens that are not known yet are checked apart from the threads that answer everybody else. */
@ApplicationScoped
class TokenChecks implements KnownTokens {
    private static final int BEFORE_AUTHENTICATION = 290;
    private static final int AT_ONCE = 4;
    private static final int WAITING = 1_000;
    private static final String BEARER = "Bearer ";
    private static final String KNOWN = "minsheng.known-token";

    private final ExecutorService threads = YieldingThreads.named("token-check", AT_ONCE, WAITING);
    private final Tokens tokens;
    private final Vertx vertx;
    private final EarlyAnswer early;

    TokenChecks(Tokens tokens, Vertx vertx, EarlyAnswer early) {
        this.tokens = tokens;
        this.vertx = vertx;
        this.early = early;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_AUTHENTICATION);
    }

    private void check(RoutingContext context) {
        String token = token(context);
        if (token == null || isKnown(context)) {
            context.next();
            return;
        }
        Context own = vertx.getOrCreateContext();
        try {
            threads.execute(() -> {
                try {
                    tokens.check(token);
                } finally {
                    own.runOnContext(checked -> context.next());
                }
            });
        } catch (RejectedExecutionException tooMany) {
            early.refuse(context, Refusal.of(503, "service.busy").retryAfter(1));
        }
    }

    @Override
    public boolean isKnown(RoutingContext context) {
        Boolean known = context.get(KNOWN);
        if (known == null) {
            String token = token(context);
            known = token != null && tokens.knows(token);
            context.put(KNOWN, known);
        }
        return known;
    }

    private static String token(RoutingContext context) {
        String brought = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        return brought != null && brought.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? brought.substring(BEARER.length())
                : null;
    }
}
