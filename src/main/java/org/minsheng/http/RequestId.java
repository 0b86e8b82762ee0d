package org.minsheng.http;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.regex.Pattern;

/** The caller's X-Request-Id when it is harmless, else a new one; and the trace id that problems quote. */
public final class RequestId {
    public static final String HEADER = "X-Request-Id";
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final String KEY = "minsheng.request-id";

    private RequestId() {}

    public static String of(RoutingContext context) {
        String known = context.get(KEY);
        if (known != null) return known;
        String given = context.request().getHeader(HEADER);
        String id = given != null && HARMLESS.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
        context.put(KEY, id);
        return id;
    }

    public static String trace(RoutingContext context) {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid() ? span.getTraceId() : of(context);
    }
}
