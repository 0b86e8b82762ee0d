package org.minsheng;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

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
}
