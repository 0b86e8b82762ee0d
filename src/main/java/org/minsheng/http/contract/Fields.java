package org.minsheng.http.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;

/**
 * Says of every field of an answer whether it is always there: it is, unless its record leaves out nulls. A request says
 * itself what it must have; what cannot be null in its record is refused when it is absent.
 */
final class Fields {
    private static final DotName INCLUDE = DotName.createSimple("com.fasterxml.jackson.annotation.JsonInclude");
    private static final DotName SCHEMA =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");
    private final OpenAPI document;
    private final IndexView classes;

    Fields(OpenAPI document, IndexView classes) {
        this.document = document;
        this.classes = classes;
    }

    void write() {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        Set<String> answers = References.fromAnswers(document);
        Set<String> requests = References.fromRequests(document);
        // a record used both ways says itself what a request must have
        answers.removeAll(requests);
        schemas.forEach((name, schema) -> {
            if (schema.getProperties() == null) return;
            if (answers.contains(name)) schema.getProperties().values().forEach(Fields::limitOwnWords);
            schema.getProperties().values().forEach(Forms::writeOut);
            if (answers.contains(name)) schema.setRequired(alwaysThere(name, schema));
            if (requests.contains(name)) neverNull(name, schema);
        });
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .filter(operation -> operation.getParameters() != null)
                .forEach(operation -> operation.getParameters().forEach(p -> Forms.writeOut(p.getSchema())));
    }

    /** Actions, roles and labels are our own words, and short. */
    private static void limitOwnWords(Schema list) {
        Schema word = list.getItems();
        if (word != null && word.getRef() == null && word.getFormat() == null && word.getMaxLength() == null)
            word.setMaxLength(60);
    }

    private List<String> alwaysThere(String name, Schema schema) {
        Set<String> optional = leftOutWhenNull(name);
        List<String> required = new ArrayList<>(schema.getProperties().keySet());
        required.removeAll(optional);
        return required.isEmpty() ? null : required;
    }

    private void neverNull(String name, Schema schema) {
        Set<String> required = new TreeSet<>(schema.getRequired() == null ? List.of() : schema.getRequired());
        for (ClassInfo record : classes.getKnownClasses())
            if (record.isRecord() && name.equals(nameOf(record)))
                record.recordComponents().stream()
                        .filter(field -> field.type().kind() == org.jboss.jandex.Type.Kind.PRIMITIVE)
                        .forEach(field -> required.add(field.name()));
        List<String> inOrder = new ArrayList<>(schema.getProperties().keySet());
        inOrder.retainAll(required);
        if (!inOrder.isEmpty()) schema.setRequired(inOrder);
    }

    /** By the record that the schema is of; unwrapped parts answer for their own fields. */
    private Set<String> leftOutWhenNull(String name) {
        Set<String> optional = new TreeSet<>();
        for (ClassInfo record : classes.getKnownClasses())
            if (record.isRecord() && name.equals(nameOf(record))) collect(record, optional);
        return optional;
    }

    private void collect(ClassInfo record, Set<String> optional) {
        boolean all = record.hasDeclaredAnnotation(INCLUDE);
        for (RecordComponentInfo field : record.recordComponents()) {
            if (all && field.type().kind() != org.jboss.jandex.Type.Kind.PRIMITIVE || isLeftOut(record, field))
                optional.add(field.name());
            ClassInfo inner = classes.getClassByName(field.type().name());
            boolean unwrapped = record.field(field.name())
                    .hasAnnotation(DotName.createSimple("com.fasterxml.jackson.annotation.JsonUnwrapped"));
            if (unwrapped && inner != null && inner.isRecord()) collect(inner, optional);
        }
    }

    private static boolean isLeftOut(ClassInfo record, RecordComponentInfo field) {
        return record.field(field.name()).hasAnnotation(INCLUDE);
    }

    private static String nameOf(ClassInfo record) {
        AnnotationInstance schema = record.declaredAnnotation(SCHEMA);
        if (schema != null && schema.value("name") != null)
            return schema.value("name").asString();
        return record.simpleName();
    }
}
