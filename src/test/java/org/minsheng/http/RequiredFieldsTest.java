package org.minsheng.http;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;
import org.minsheng.support.Contract;
import org.minsheng.support.Given;

/** What can never be null is always there in answers, and refused when it is absent in requests; the contract says so. */
@QuarkusTest
class RequiredFieldsTest {
    @Test
    void what_can_never_be_null_is_required_in_every_schema() {
        JsonNode schemas = Contract.document().at("/components/schemas");
        TreeSet<String> optional = new TreeSet<>();
        int looked = 0;
        for (JavaClass one : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.minsheng")) {
            if (!one.isRecord() || !schemas.has(name(one.reflect()))) continue;
            JsonNode schema = schemas.path(name(one.reflect()));
            for (RecordComponent field : one.reflect().getRecordComponents()) {
                if (!field.getType().isPrimitive() || !schema.path("properties").has(field.getName())) continue;
                looked++;
                boolean said = false;
                for (JsonNode required : schema.path("required"))
                    said |= required.asText().equals(field.getName());
                if (!said) optional.add(name(one.reflect()) + "." + field.getName());
            }
        }
        assertEquals(new TreeSet<>(), optional);
        assertTrue(looked > 80, looked + " fields");
    }

    @Test
    void a_request_without_one_is_refused_by_name() {
        Given given = Given.district();
        As.json(given.supervisor(), Map.of("title", "x"))
                .post("/api/v1/programmes")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/year"));
        String source = "/api/v1/programmes/" + given.programme(Given.YEAR) + "/source";
        As.json(given.supervisor(), Map.of("text", "一二三", "annex", Map.of("start", 1)))
                .header("If-Match", "\"v0\"")
                .put(source)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/annex/end"));
    }

    private static String name(Class<?> record) {
        Schema schema = record.getAnnotation(Schema.class);
        return schema == null || schema.name().isEmpty() ? record.getSimpleName() : schema.name();
    }
}
