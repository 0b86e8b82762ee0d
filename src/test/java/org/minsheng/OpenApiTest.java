package org.minsheng;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.minsheng.support.Contract;
import org.minsheng.support.Covers;

/** The committed document is the one the code gives; {@code -Dopenapi.write=true} writes it anew. */
@QuarkusTest
class OpenApiTest {
    private static final Path COMMITTED = Path.of("openapi", "openapi.yaml");

    @TestHTTPResource(value = "/openapi", management = true)
    String document;

    @Test
    void the_committed_document_is_the_one_the_code_gives() throws IOException {
        String now = given().get(document + "?format=yaml")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        if (Boolean.getBoolean("openapi.write")) Files.writeString(COMMITTED, now);
        assertEquals(
                Files.readString(COMMITTED), now, "run the tests once with -Dopenapi.write=true and review the diff");
    }

    @Test
    void every_operation_has_an_own_id_and_documented_problems() {
        Map<String, Map<String, Map<String, Object>>> paths =
                given().get(document + "?format=json").then().extract().path("paths");
        Set<String> ids = new HashSet<>();
        paths.forEach((path, methods) -> methods.forEach((method, operation) -> {
            String id = (String) operation.get("operationId");
            assertTrue(id != null && ids.add(id), method + " " + path);
            assertTrue(((Map<?, ?>) operation.get("responses")).containsKey("400"), id);
        }));
    }

    @Test
    @Covers({"ASVS 1.3.3", "ASVS 2.1.1"})
    void every_text_and_number_and_list_that_is_sent_has_its_limits() {
        JsonNode document = Contract.document();
        List<String> unlimited = new ArrayList<>();
        document.path("components").path("schemas").properties().forEach(schema -> schema.getValue()
                .path("properties")
                .properties()
                .forEach(field -> {
                    if (!isLimited(field.getValue())) unlimited.add(schema.getKey() + "." + field.getKey());
                }));
        document.path("paths")
                .forEach(
                        path -> path.forEach(method -> method.path("parameters").forEach(parameter -> {
                            if (!isLimited(parameter.path("schema")))
                                unlimited.add(method.path("operationId").asText() + " "
                                        + parameter.path("name").asText());
                        })));
        assertEquals(List.of(), unlimited);
    }

    private static boolean isLimited(JsonNode schema) {
        String type = schema.path("type").toString();
        if (schema.has("$ref") || schema.has("enum") || schema.has("const")) return true;
        if (type.contains("string"))
            return schema.has("maxLength")
                    || schema.has("format") && !schema.path("format").asText().equals("password");
        if (type.contains("integer")) return schema.has("minimum") && schema.has("maximum");
        if (type.contains("array")) return schema.has("maxItems");
        return true;
    }

    @Test
    @Covers("ASVS 6.3.4")
    void there_is_no_way_in_that_is_not_in_the_contract() {
        Set<String> documented = new TreeSet<>(
                Contract.operations().stream().map(Contract.Operation::id).toList());
        Set<String> there = new TreeSet<>();
        for (JavaClass one : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.minsheng"))
            for (JavaMethod method : one.getMethods())
                if (method.isMetaAnnotatedWith(HttpMethod.class)) {
                    assertTrue(
                            method.isAnnotatedWith(org.eclipse.microprofile.openapi.annotations.Operation.class),
                            method.getFullName());
                    // the feed's stream: another representation of listChanges, at the same path
                    if (method.getName().equals("listen")) continue;
                    there.add(method.getAnnotationOfType(org.eclipse.microprofile.openapi.annotations.Operation.class)
                            .operationId());
                }
        assertEquals(documented, there);
    }

    @Test
    @Covers("ASVS 14.2.1")
    void no_secret_is_asked_for_in_an_address() {
        Set<String> names = new TreeSet<>();
        for (Contract.Operation operation : Contract.operations()) names.addAll(operation.queries());
        names.removeIf(name -> !name.toLowerCase().matches(".*(token|password|secret|pin|otp|session|phone).*"));
        assertEquals(Set.of(), names);
    }
}
