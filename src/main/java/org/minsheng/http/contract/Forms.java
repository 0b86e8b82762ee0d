package org.minsheng.http.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Forms of single fields: scalars are written out where they are used, null is said, examples are given. */
final class Forms {
    private static final Map<String, String> SCALARS =
            Map.of("UUID", "uuid", "Instant", "date-time", "LocalDate", "date");
    private static final Map<String, Object> EXAMPLES = Map.of(
            "uuid", "0197f2d4-7c1e-7e0a-9a55-3a1f6d2b8c01",
            "date-time", "2026-06-30T08:15:30.123456Z",
            "date", "2026-06-30");

    private Forms() {}

    /** A scalar instead of a reference to one; what refers to anything else has no form of its own. */
    static void writeOut(Schema schema) {
        if (schema == null) return;
        if (schema.getRef() != null) writeOut(schema, schema.getRef(), false);
        else if (schema.getAnyOf() != null && schema.getAnyOf().get(0).getRef() != null)
            writeOut(schema, schema.getAnyOf().get(0).getRef(), true);
        if (schema.getFormat() != null && schema.getExamples() == null && EXAMPLES.containsKey(schema.getFormat()))
            schema.setExamples(List.of(EXAMPLES.get(schema.getFormat())));
        writeOut(schema.getItems());
    }

    private static void writeOut(Schema schema, String ref, boolean nullable) {
        String format = SCALARS.get(References.name(ref));
        schema.setType((List<SchemaType>) null);
        if (format == null) return;
        schema.setRef(null);
        schema.setAnyOf(null);
        schema.setFormat(format);
        schema.setType(nullable ? List.of(SchemaType.STRING, SchemaType.NULL) : List.of(SchemaType.STRING));
    }

    /** A copy that may be null too. */
    static Schema orNull(Schema schema) {
        Schema copy = OASFactory.createSchema();
        copy.setAll(schema.getAll());
        if (schema.getRef() != null) {
            copy.setRef(null);
            Schema named = OASFactory.createSchema().ref(schema.getRef());
            copy.setAnyOf(List.of(named, OASFactory.createSchema().type(List.of(SchemaType.NULL))));
        } else if (schema.getAnyOf() == null && !schema.getType().contains(SchemaType.NULL)) {
            List<SchemaType> types = new ArrayList<>(schema.getType());
            types.add(SchemaType.NULL);
            copy.setType(types);
        }
        return copy;
    }
}
