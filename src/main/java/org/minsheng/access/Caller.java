package org.minsheng.access;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.minsheng.http.Language;
import org.minsheng.http.RequestId;

/** The request's actor, language and instant, for the edge to pass on as arguments. */
@RequestScoped
public class Caller {
    public static final String ACTOR = "minsheng.actor";
    private final SecurityIdentity identity;
    private final RoutingContext context;
    private final Clock clock;
    private Instant now;

    Caller(SecurityIdentity identity, RoutingContext context, Clock clock) {
        this.identity = identity;
        this.context = context;
        this.clock = clock;
    }

    public Actor actor() {
        Actor actor = identity.getAttribute(ACTOR);
        if (actor == null) throw new UnauthorizedException();
        return actor.reading(language());
    }

    public Scope scope() {
        return actor().scope();
    }

    public Language language() {
        return Language.of(context.request().getHeader("Accept-Language"));
    }

    /** One instant for the whole request, in the microseconds that the database keeps. */
    public Instant now() {
        if (now == null) now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return now;
    }

    public String requestId() {
        return RequestId.of(context);
    }
}
