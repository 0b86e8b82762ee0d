package org.minsheng.http.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.IndexView;

/** Completes the generated document so that a client can be written from it alone. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class Contract implements OASFilter {
    private final IndexView classes;

    public Contract(IndexView classes) {
        this.classes = classes;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        CommonHeaders headers = new CommonHeaders(document, classes);
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> {
                    CommonProblems.in(path, method, operation);
                    headers.in(path, method, operation);
                    completed(operation);
                }));
        CommonProblems.shared(document, headers);
        new Patches(document).write();
        new Fields(document, classes).write();
        References.dropUnused(document);
    }

    /** The statuses in one order at every build; nothing without a description. */
    private static void completed(Operation operation) {
        operation
                .getResponses()
                .setAPIResponses(new TreeMap<>(operation.getResponses().getAPIResponses()));
        for (APIResponse answer : operation.getResponses().getAPIResponses().values()) Sheets.in(answer.getContent());
        if (operation.getParameters() != null)
            for (Parameter parameter : operation.getParameters())
                if (parameter.getRef() == null && parameter.getDescription() == null) parameter.setDescription("Id.");
        if (operation.getDescription() == null) operation.setDescription(operation.getSummary() + ".");
    }
}
