package org.minsheng.http.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.minsheng.http.MergePatch;

/** Gives each merge patch a schema of its own: everything may be absent, null clears what may be empty. */
final class Patches {
    private final OpenAPI document;

    Patches(OpenAPI document) {
        this.document = document;
    }

    void write() {
        document.getPaths().getPathItems().values().forEach(item -> item.getOperations()
                .values()
                .forEach(operation -> {
                    if (operation.getRequestBody() == null) return;
                    MediaType patch = operation.getRequestBody().getContent().getMediaType(MergePatch.MEDIA_TYPE);
                    if (patch != null)
                        patch.getSchema().setRef(patchOf(patch.getSchema().getRef()));
                }));
    }

    private String patchOf(String ref) {
        String name = References.name(ref);
        Schema whole = document.getComponents().getSchemas().get(name);
        List<String> required = whole.getRequired() == null ? List.of() : whole.getRequired();
        Map<String, Schema> properties = new LinkedHashMap<>();
        whole.getProperties()
                .forEach((field, schema) ->
                        properties.put(field, required.contains(field) ? schema : Forms.orNull(schema)));
        Schema part = OASFactory.createSchema()
                .type(new ArrayList<>(whole.getType()))
                .description(whole.getDescription() + " As a merge patch: absent leaves, null clears.")
                .properties(properties);
        document.getComponents().addSchema(name + "Patch", part);
        return "#/components/schemas/" + name + "Patch";
    }
}
