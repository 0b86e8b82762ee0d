package org.minsheng.http.contract;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.minsheng.http.Idempotent;

/** The headers that requests and answers of a kind share: validators, retries, places. Each is written once. */
final class CommonHeaders {
    private static final DotName OPERATION =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);
    private static final DotName IDEMPOTENT = DotName.createSimple(Idempotent.class);

    /** Its key is known one step further in, where the answer that is kept knows no password. */
    private static final String OPENING = "createAccount";

    private final OpenAPI document;
    private final Set<String> repeatable;

    CommonHeaders(OpenAPI document, IndexView classes) {
        this.document = document;
        repeatable = classes.getAnnotations(OPERATION).stream()
                .filter(o ->
                        o.value("operationId") != null && o.target().asMethod().hasAnnotation(IDEMPOTENT))
                .map(o -> o.value("operationId").asString())
                .collect(Collectors.toSet());
        ask(
                "AcceptLanguage",
                "Accept-Language",
                35,
                "zh-CN",
                "Language of labels and problems: `zh-CN` (default) or `en`.");
        ask("IfNoneMatch", "If-None-Match", 200, "\"v7\"", "The ETag the caller has; unchanged is answered 304.");
        ask("IfMatch", "If-Match", 200, "\"v7\"", "The ETag of the version the caller has seen.");
        ask("IdempotencyKey", "Idempotency-Key", 100, "0197f2d4-7c1e-7e0a-9a55-3a1f6d2b8c01", """
                A key of the caller's, so that a repeated request has one effect and one answer for 48 hours; the same key \
                with another body is refused (422).""");
        ask(
                "Prefer",
                "Prefer",
                100,
                "handling=dry-run",
                "`handling=dry-run`: checked and answered, nothing is written. `receipt`, on approvals: a signed promise comes along.");
        say("Preference-Applied", 100, "`handling=dry-run` when nothing was written, `receipt` when one came along.");
        say("X-Request-Id", 64, "The caller's X-Request-Id, or one made here; also in the log and the ledger.");
        say("ETag", 200, "Validator of this representation, for If-Match and If-None-Match.");
        say("Location", 500, "Path of what was created.");
        say("WWW-Authenticate", 200, "The scheme to sign in with.");
        say("Retry-After", 10, "Seconds to wait before the same request again.");
        say(
                "RateLimit-Policy",
                100,
                "Whose requests are counted, and how many in how many seconds: `\"person\";q=200;w=10`. A body of JSON counts as one more for each 32 KiB, a mistake of form (400, 405, 406, 413, 415) or a wrong password as three more.");
        say("RateLimit", 100, "How many are left, and the seconds until all are back: `\"person\";r=180;t=1`.");
        say("Link", 4000, "The next page, RFC 8288 `rel=\"next\"`; absent on the last one.");
        say("Idempotency-Replayed", 4, "`true` when this answers a repeated request.");
    }

    void in(String path, PathItem.HttpMethod method, Operation operation) {
        if (operation.getParameters() != null)
            operation.setParameters(operation.getParameters().stream()
                    .map(p -> "If-Match".equals(p.getName()) ? named("IfMatch") : p)
                    .toList());
        operation.addParameter(named("AcceptLanguage"));
        boolean validated = !CommonProblems.isOpen(operation) || path.startsWith("/public/");
        if (method == PathItem.HttpMethod.GET && validated) {
            operation.addParameter(named("IfNoneMatch"));
            operation
                    .getResponses()
                    .addAPIResponse("304", OASFactory.createAPIResponse().description("The caller has it already."));
        }
        boolean changing = method != PathItem.HttpMethod.GET && !CommonProblems.isOpen(operation);
        if (changing) operation.addParameter(named("Prefer"));
        boolean retryable =
                repeatable.contains(operation.getOperationId()) || OPENING.equals(operation.getOperationId());
        if (retryable) operation.addParameter(named("IdempotencyKey"));
        operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            if (answer.getRef() != null) return;
            answered(status, answer);
            if (changing && status.startsWith("2")) carry(answer, "Preference-Applied");
            if (retryable && status.startsWith("2")) carry(answer, "Idempotency-Replayed");
        });
    }

    void answered(String status, APIResponse answer) {
        carry(answer, "X-Request-Id");
        if (status.startsWith("2") || status.equals("429")) {
            carry(answer, "RateLimit-Policy");
            carry(answer, "RateLimit");
        }
        if (List.of("200", "201", "304", "412").contains(status)) carry(answer, "ETag");
        if (status.equals("201")) carry(answer, "Location");
        if (status.equals("401")) carry(answer, "WWW-Authenticate");
        if (List.of("409", "429", "503").contains(status)) carry(answer, "Retry-After");
        if (status.equals("200") && isPage(answer)) carry(answer, "Link");
    }

    private static boolean isPage(APIResponse answer) {
        return answer.getContent() != null
                && answer.getContent().getMediaTypes().values().stream()
                        .map(m -> m.getSchema() == null ? null : m.getSchema().getRef())
                        .anyMatch(ref -> ref != null && ref.endsWith("Page"));
    }

    private static void carry(APIResponse answer, String name) {
        answer.addHeader(name, OASFactory.createHeader().ref("#/components/headers/" + name));
    }

    private static Parameter named(String key) {
        return OASFactory.createParameter().ref("#/components/parameters/" + key);
    }

    private void say(String name, int length, String meaning) {
        document.getComponents()
                .addHeader(name, OASFactory.createHeader().description(meaning).schema(text(length)));
    }

    private void ask(String key, String name, int length, String example, String meaning) {
        document.getComponents()
                .addParameter(
                        key,
                        OASFactory.createParameter()
                                .name(name)
                                .in(Parameter.In.HEADER)
                                .required(name.equals("If-Match"))
                                .description(meaning)
                                .example(example)
                                .schema(text(length)));
    }

    private static Schema text(int length) {
        return OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING)).maxLength(length);
    }
}
