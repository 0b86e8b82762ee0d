package org.minsheng.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** Builds the answer of a refusal in the caller's language. */
public final class ProblemAnswer {
    private static final String TOLD = "minsheng.refusal-told";
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final Map<String, String> OAUTH = Map.of(
            "token.client-unknown", "invalid_client",
            "token.grant-unknown", "unsupported_grant_type",
            "token.request-malformed", "invalid_request",
            "token.scope-unknown", "invalid_scope");

    private ProblemAnswer() {}

    static Response of(Refusal refusal, RoutingContext context) {
        return of(refusal, context, null);
    }

    static Response of(Refusal refusal, RoutingContext context, Response framework) {
        Response.ResponseBuilder answer = Response.status(refusal.status())
                .type(MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language(context).tag())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(problem(refusal, context));
        if (framework != null && framework.getHeaderString(HttpHeaders.ALLOW) != null)
            answer.header(HttpHeaders.ALLOW, framework.getHeaderString(HttpHeaders.ALLOW));
        if (refusal.etag() != null) answer.header(HttpHeaders.ETAG, refusal.etag());
        if (refusal.status() == 401) answer.header(HttpHeaders.WWW_AUTHENTICATE, challenge(refusal.code()));
        if (refusal.retryAfter() != null) answer.header(HttpHeaders.RETRY_AFTER, refusal.retryAfter());
        return answer.build();
    }

    /** RFC 6750, and RFC 9470 where a token is good but its owner has not been asked lately. */
    private static String challenge(String code) {
        if (code.equals("token.client-unknown")) return "Basic realm=\"minsheng\"";
        String bearer = "Bearer realm=\"minsheng\"";
        return code.equals("auth.step-up-needed")
                ? bearer + ", error=\"insufficient_user_authentication\", max_age=300"
                : bearer;
    }

    static Problem problem(Refusal refusal, RoutingContext context) {
        Attempt.note(refusal, context);
        context.put(TOLD, refusal.code());
        Language language = language(context);
        List<Problem.Detail> details = refusal.errors().isEmpty()
                ? null
                : refusal.errors().stream()
                        .map(e -> new Problem.Detail(
                                e.pointer(),
                                e.code(),
                                e.detail() != null
                                        ? e.detail()
                                        : ProblemTexts.detail(e.code(), language, refusal.arguments())))
                        .toList();
        Object[] arguments =
                refusal.code().equals("request.invalid") || refusal.code().equals("request.rule-broken")
                        ? new Object[] {refusal.errors().size()}
                        : refusal.arguments();
        return new Problem(
                "/problems/" + refusal.code(),
                ProblemTexts.title(refusal.code(), refusal.status(), language),
                refusal.status(),
                ProblemTexts.detail(refusal.code(), language, arguments),
                context.request().path(),
                refusal.code(),
                RequestId.trace(context),
                details,
                OAUTH.get(refusal.code()));
    }

    /** The code of the refusal that answers this request; null where there is none. */
    public static String toldTo(RoutingContext context) {
        return context.get(TOLD);
    }

    static String codeOf(int status) {
        return switch (status) {
            case 401 -> "access.token-required";
            case 403 -> "access.role-missing";
            case 404 -> "resource.not-found";
            case 405 -> "request.method-not-allowed";
            case 406 -> "request.not-acceptable";
            case 413 -> "request.too-large";
            case 414 -> "request.uri-too-long";
            case 415 -> "request.unsupported-media-type";
            case 429 -> "request.too-many";
            case 503 -> "service.unavailable";
            default -> status < 500 ? "request.malformed" : "service.failed";
        };
    }

    static Language language(RoutingContext context) {
        return Language.of(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
