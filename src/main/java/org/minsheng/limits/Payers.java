package org.minsheng.limits;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.minsheng.access.Actor;
import org.minsheng.access.Caller;

/** Whose limits a request counts against. */
@ApplicationScoped
class Payers {
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

    Payers(LimitsConfig config) {
        person = new Policy("person", config.person());
        client = new Policy("client", config.client());
        anonymous = new Policy("anonymous", config.anonymous());
        signIn = new Policy("sign-in", config.signIn());
    }

    Payer of(RoutingContext context) {
        if (context.request().method() == HttpMethod.POST && SIGNING_IN.contains(context.normalizedPath()))
            return new Payer(signIn, Network.of(context));
        Actor actor = actor(context);
        if (actor == null) return stranger(context);
        return new Payer(
                actor.session() == null ? client : person, actor.account().toString());
    }

    Payer stranger(RoutingContext context) {
        return new Payer(anonymous, Network.of(context));
    }

    static Actor actor(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser user
                ? user.getSecurityIdentity().getAttribute(Caller.ACTOR)
                : null;
    }
}
