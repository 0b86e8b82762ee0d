package org.minsheng.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import java.util.Locale;

/**
 * A body of JSON is here before a thread is spent on it, so that senders who are slow hold only their connection. Files are
 * streamed.
 */
public class GatheredBodies {
    /** After who asks, before the resources. */
    private static final int AFTER_ADMISSION = 100;

    private static final int TOO_LARGE = 413;
    private static final String BEGUN = "minsheng.gathering";

    /** For a body that does not say how long it is; one that does is refused by {@link MeasuredBodies}. */
    private final BodyHandler ofCallers = BodyHandler.create(false).setBodyLimit(BodyLimit.USUAL);

    private final BodyHandler ofStrangers = BodyHandler.create(false).setBodyLimit(BodyLimit.OF_STRANGERS);

    void register(@Observes Filters filters) {
        filters.register(this::gather, AFTER_ADMISSION);
    }

    private void gather(RoutingContext context) {
        if (!isGathered(context)) {
            context.next();
            return;
        }
        context.put(BEGUN, true);
        (isStranger(context) ? ofStrangers : ofCallers).handle(context);
        context.request().resume();
    }

    /** In bytes: what has been gathered or, before that, what is announced. */
    public static long length(RoutingContext context) {
        if (context.get(BEGUN) != null) return context.body().length();
        return isGathered(context) ? Doorstep.announced(context.request()) : 0;
    }

    private static boolean isGathered(RoutingContext context) {
        long limit = isStranger(context) ? BodyLimit.OF_STRANGERS : BodyLimit.USUAL;
        return isJson(context) && Doorstep.announced(context.request()) <= limit;
    }

    static boolean isStranger(RoutingContext context) {
        return !(context.user() instanceof QuarkusHttpUser user)
                || user.getSecurityIdentity().isAnonymous();
    }

    private static boolean isJson(RoutingContext context) {
        String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || context.request().isEnded()) return false;
        String media = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return media.equals("application/json") || media.startsWith("application/") && media.endsWith("+json");
    }

    /** Why a request whose body could not be gathered is refused; null where it was not that. */
    static Refusal refusal(RoutingContext context) {
        if (context.failure() == null && context.statusCode() == TOO_LARGE)
            return Refusal.of(TOO_LARGE, "request.too-large");
        boolean begun = Boolean.TRUE.equals(context.get(BEGUN));
        return begun && !context.request().isEnded() ? Refusal.malformed("request.malformed") : null;
    }
}
