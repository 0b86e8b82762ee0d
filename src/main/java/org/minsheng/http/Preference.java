package org.minsheng.http;

import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;

/** What a caller wishes by {@code Prefer} (RFC 7240); whoever grants it says so by {@code Preference-Applied}. */
public final class Preference {
    public static final String DRY_RUN = "handling=dry-run";
    public static final String RECEIPT = "receipt";
    private static final String APPLIED = "Preference-Applied";

    private Preference() {}

    public static boolean isStated(RoutingContext context, String preference) {
        return context != null
                && context.request().headers().getAll("Prefer").stream()
                        .flatMap(header -> Arrays.stream(header.split(",")))
                        .anyMatch(stated -> stated.strip().equalsIgnoreCase(preference));
    }

    public static void applied(RoutingContext context, String preference) {
        context.response().putHeader(APPLIED, preference);
    }
}
