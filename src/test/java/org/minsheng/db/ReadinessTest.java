package org.minsheng.db;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReadinessTest {
    @TestHTTPResource(value = "/health/ready", management = true)
    String ready;

    @Test
    void is_ready_when_the_database_answers_and_is_migrated() {
        given().when().get(ready).then().statusCode(200).body("checks.name", hasItem("database"));
    }
}
