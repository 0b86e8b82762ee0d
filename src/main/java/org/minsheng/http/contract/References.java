package org.minsheng.http.contract;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Which schemas a document names, and from which side of the conversation. */
final class References {
    private References() {}

    static String name(String ref) {
        return ref.substring(ref.lastIndexOf('/') + 1);
    }

    /** Schemas that nothing names: the whole of what is only patched, scalars that were written out. */
    static void dropUnused(OpenAPI document) {
        Set<String> used = fromAnswers(document);
        used.addAll(fromRequests(document));
        operations(document).filter(o -> o.getParameters() != null).forEach(o -> o.getParameters()
                .forEach(p -> collect(p.getSchema(), document, used)));
        for (String name : List.copyOf(document.getComponents().getSchemas().keySet()))
            if (!used.contains(name)) document.getComponents().removeSchema(name);
    }

    static Set<String> fromRequests(OpenAPI document) {
        Set<String> named = new TreeSet<>();
        operations(document)
                .filter(o -> o.getRequestBody() != null)
                .forEach(o -> collect(o.getRequestBody().getContent(), document, named));
        return named;
    }

    /** All schemas that answers use, directly or inside others. */
    static Set<String> fromAnswers(OpenAPI document) {
        Set<String> named = new TreeSet<>();
        operations(document)
                .flatMap(o -> o.getResponses().getAPIResponses().values().stream())
                .forEach(answer -> collect(answer.getContent(), document, named));
        named.add("Problem");
        collect(document.getComponents().getSchemas().get("Problem"), document, named);
        return named;
    }

    private static Stream<Operation> operations(OpenAPI document) {
        return document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream());
    }

    private static void collect(Content content, OpenAPI document, Set<String> named) {
        if (content == null) return;
        content.getMediaTypes().values().forEach(m -> collect(m.getSchema(), document, named));
    }

    private static void collect(Schema schema, OpenAPI document, Set<String> named) {
        if (schema == null) return;
        if (schema.getRef() != null && named.add(name(schema.getRef())))
            collect(document.getComponents().getSchemas().get(name(schema.getRef())), document, named);
        if (schema.getProperties() != null) schema.getProperties().values().forEach(s -> collect(s, document, named));
        collect(schema.getItems(), document, named);
        collect(schema.getAdditionalPropertiesSchema(), document, named);
        for (var some : new List<?>[] {schema.getAnyOf(), schema.getAllOf(), schema.getOneOf()})
            if (some != null) some.forEach(s -> collect((Schema) s, document, named));
    }
}
