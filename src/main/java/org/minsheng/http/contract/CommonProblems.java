package org.minsheng.http.contract;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.minsheng.http.ProblemAnswer;

/** The refusals that any operation of a kind may give, each as problem details. */
final class CommonProblems {
    private static final Map<String, String> ALWAYS = Map.of(
            "400", "Malformed, or a value is not as documented.",
            "406", "None of the media types in Accept is offered.",
            "429", "Too many requests; see Retry-After.",
            "500", "Our own mistake.",
            "503", "Not available at the moment; see Retry-After.");
    private static final Map<String, String> SIGNED_IN =
            Map.of("401", "No valid token, or signing in was refused.", "403", "None of the caller's roles allows it.");
    private static final Map<String, String> ADDRESSED =
            Map.of("404", "Unknown, or outside the caller's part of the tree.");
    private static final Map<String, String> WRITING = Map.of(
            "409", "Conflict with the present state.",
            "413", "The body is too large.",
            "415", "Media type not supported.",
            "422", "A rule is broken.");
    private static final Map<String, String> CONDITIONAL =
            Map.of("412", "The resource has changed; the answer carries its ETag.", "428", "If-Match is missing.");

    private CommonProblems() {}

    static void in(String path, PathItem.HttpMethod method, Operation operation) {
        all(operation, ALWAYS);
        if (!path.startsWith("/problems")) problem(operation, "401");
        if (!isOpen(operation)) problem(operation, "403");
        if (path.contains("{") || asksForOne(operation)) all(operation, ADDRESSED);
        if (method != PathItem.HttpMethod.GET) all(operation, WRITING);
        boolean conditional = operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(p -> "If-Match".equals(p.getName()));
        if (conditional) all(operation, CONDITIONAL);
    }

    /** A report on one programme is not there where the programme is not. */
    private static boolean asksForOne(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(p -> p.getIn() == Parameter.In.QUERY && Boolean.TRUE.equals(p.getRequired()));
    }

    static boolean isOpen(Operation operation) {
        return operation.getSecurity() != null
                && operation.getSecurity().stream()
                        .allMatch(s -> s.getSchemes() == null || s.getSchemes().isEmpty());
    }

    private static void all(Operation operation, Map<String, String> problems) {
        problems.keySet().forEach(status -> problem(operation, status));
    }

    private static void problem(Operation operation, String status) {
        operation
                .getResponses()
                .addAPIResponse(status, OASFactory.createAPIResponse().ref(reference(status)));
    }

    private static String reference(String status) {
        return "#/components/responses/Problem" + status;
    }

    /** Each kind of refusal is written once and named by the operations. */
    static void shared(OpenAPI document, CommonHeaders headers) {
        for (Map<String, String> problems : List.of(ALWAYS, SIGNED_IN, ADDRESSED, WRITING, CONDITIONAL))
            new TreeMap<>(problems).forEach((status, why) -> {
                APIResponse answer =
                        OASFactory.createAPIResponse().description(why).content(problem());
                headers.answered(status, answer);
                document.getComponents().addResponse("Problem" + status, answer);
            });
    }

    private static Content problem() {
        Schema schema = OASFactory.createSchema().ref("#/components/schemas/Problem");
        return OASFactory.createContent()
                .addMediaType(
                        ProblemAnswer.MEDIA_TYPE, OASFactory.createMediaType().schema(schema));
    }
}
