package org.minsheng.http;

import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a refusal shows when no slip of an honest client explains it: answers list the moves that are possible, If-Match stops
 * races, and the contract names every field, so whoever meets these went around all that. A value that is merely wrong
 * (length, range, form, a rule between numbers, a stale or missing If-Match) is a slip and none of them.
 */
public enum Attempt {
    /** Names that the contract does not have, those of the server's own fields among them. */
    UNKNOWN_NAME(
            "field.unknown",
            "request.unknown-parameter",
            "request.repeated-parameter",
            "request.unknown-sort",
            "request.unknown-field",
            "request.unknown-expansion"),
    /** Text that two readers could read differently: duplicate keys, cut off, too deep; a request whose end is doubtful. */
    AMBIGUOUS("request.not-json", "request.patch-not-an-object", "request.malformed"),
    /** A verb that the address does not have, headers that want to replace verb or address, a path written in disguise. */
    DISGUISED("request.method-not-allowed"),
    /** Things made up or used for another purpose than they were given for. */
    FORGED(
            "request.cursor-invalid",
            "resource.id-taken",
            "request.idempotency-key-reused",
            "token.scope-unknown",
            "evidence.bad-file-name",
            "evidence.type-not-allowed"),
    /** Ids of what is not there, or not the caller's, in paths (of whoever is signed in) and bodies. */
    FOREIGN(
            "resource.not-found",
            "account.unknown-unit",
            "allocation.unknown-unit",
            "change-order.unknown-subject",
            "client.unknown-unit",
            "erasure.unknown-subject",
            "import.not-this-government",
            "indicator.unknown-component",
            "indicator.unknown-project",
            "progress.not-your-unit",
            "progress.unit-has-no-part",
            "progress.unknown-indicator",
            "progress.unknown-period",
            "project.unknown-component",
            "project.unknown-group",
            "project.unknown-programme",
            "project.unknown-unit",
            "unit.parent-required",
            "unit.parent-unknown",
            "unit-group.no-such-government",
            "unit-group.unknown-unit"),
    /** Steps of a process that are not due, over, or somebody else's. */
    OUT_OF_ORDER(
            "account.admin-and-business",
            "account.not-in-this-state",
            "account.role-held",
            "account.two-admin-roles",
            "change-order.not-in-this-state",
            "client.not-in-this-state",
            "factor.not-begun",
            "factor.not-there",
            "factor.required",
            "indicator.dropped",
            "item.accepted",
            "item.decided-already",
            "item.own-registration",
            "period.closed",
            "period.not-begun",
            "period.not-over",
            "period.still-open",
            "programme.frozen",
            "programme.not-published",
            "progress.correction-on-its-way",
            "progress.not-a-draft",
            "progress.not-approved",
            "progress.not-submitted",
            "progress.own-submission");

    private static final String NOTED = "minsheng.attempt";
    private static final Map<String, Attempt> BY_CODE = byCode();
    private static final List<String> OVERRIDES =
            List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "X-Original-URL", "X-Rewrite-URL");

    private final Set<String> codes;

    Attempt(String... codes) {
        this.codes = Set.of(codes);
    }

    public Set<String> codes() {
        return codes;
    }

    /** The first refusal counts: those of a batch are of one request. */
    static void note(Refusal refusal, RoutingContext context) {
        if (context.get(NOTED) != null) return;
        if (BY_CODE.containsKey(refusal.code())) context.put(NOTED, refusal.code());
        else
            refusal.errors().stream()
                    .map(Refusal.FieldError::code)
                    .filter(BY_CODE::containsKey)
                    .findFirst()
                    .ifPresent(code -> context.put(NOTED, code));
    }

    /** What an answered request tried, as the code of its refusal or {@code disguised}; null for nothing. */
    public static String in(RoutingContext context, boolean signedIn) {
        for (String header : OVERRIDES) if (context.request().headers().contains(header)) return "disguised";
        if (context.response().getStatusCode() < 400) return context.get(NOTED);
        if (!isPlain(context.request().path())) return "disguised";
        String code = context.get(NOTED);
        return "resource.not-found".equals(code) && !signedIn ? null : code;
    }

    /** Whether a path is written as each of ours is: nothing encoded, no steps up, no parameters. */
    private static boolean isPlain(String path) {
        return path != null
                && path.startsWith("/")
                && path.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "/._~-".indexOf(c) >= 0))
                && !path.contains("//")
                && !path.replace("/.well-known/", "/").contains("/.");
    }

    private static Map<String, Attempt> byCode() {
        Map<String, Attempt> all = new HashMap<>();
        for (Attempt attempt : values()) for (String code : attempt.codes) all.put(code, attempt);
        return all;
    }
}
