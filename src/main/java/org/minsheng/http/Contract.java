package org.minsheng.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** What every operation has in common is written into the document once: problems, and patches in which all is optional. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class Contract implements OASFilter {
    private static final Map<String, String> ALWAYS = Map.of(
            "400", "Malformed, or a value is not as documented.",
            "429", "Too many requests; see Retry-After.",
            "500", "Our own mistake.",
            "503", "Not available at the moment; see Retry-After.");
    private static final Map<String, String> SIGNED_IN =
            Map.of("401", "No valid token.", "403", "None of the caller's roles allows it.");
    private static final Map<String, String> WRITING = Map.of(
            "409", "Conflict with the present state.",
            "413", "The body is too large.",
            "415", "Media type not supported.",
            "422", "A rule is broken.");
    private static final Map<String, String> CONDITIONAL =
            Map.of("412", "The resource has changed; the answer carries its ETag.", "428", "If-Match is missing.");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> complete(document, path, method, operation)));
    }

    private static void complete(OpenAPI document, String path, PathItem.HttpMethod method, Operation operation) {
        boolean reading = method == PathItem.HttpMethod.GET;
        ALWAYS.forEach((status, why) -> problem(operation, status, why));
        if (!List.of("login", "refresh", "explainProblem").contains(operation.getOperationId()))
            SIGNED_IN.forEach((status, why) -> problem(operation, status, why));
        else problem(operation, "401", "Refused.");
        if (path.contains("{")) problem(operation, "404", "Unknown, or outside the caller's part of the tree.");
        if (!reading) WRITING.forEach((status, why) -> problem(operation, status, why));
        boolean conditional = operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(p -> "If-Match".equals(p.getName()));
        if (conditional) CONDITIONAL.forEach((status, why) -> problem(operation, status, why));
        // the same text at every build, whatever order the statuses came in
        operation
                .getResponses()
                .setAPIResponses(new TreeMap<>(operation.getResponses().getAPIResponses()));
        if (operation.getDescription() == null) operation.setDescription(operation.getSummary() + ".");
        if (operation.getRequestBody() != null) {
            MediaType patch = operation.getRequestBody().getContent().getMediaType(MergePatch.MEDIA_TYPE);
            if (patch != null) allOptional(document, patch.getSchema());
        }
    }

    private static void problem(Operation operation, String status, String why) {
        Schema schema = OASFactory.createSchema().ref("#/components/schemas/Problem");
        operation
                .getResponses()
                .addAPIResponse(
                        status,
                        OASFactory.createAPIResponse()
                                .description(why)
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                ProblemAnswer.MEDIA_TYPE,
                                                OASFactory.createMediaType().schema(schema))));
    }

    /** A patch with its own copy of the schema: the same text creates whole and edits in part. */
    private static void allOptional(OpenAPI document, Schema schema) {
        if (schema.getRef() == null) return;
        String name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
        Schema whole = document.getComponents().getSchemas().get(name);
        Schema part = OASFactory.createSchema()
                .type(whole.getType())
                .description(whole.getDescription() + " As a merge patch: absent leaves, null clears.")
                .properties(whole.getProperties());
        document.getComponents().addSchema(name + "Patch", part);
        schema.setRef("#/components/schemas/" + name + "Patch");
    }
}
