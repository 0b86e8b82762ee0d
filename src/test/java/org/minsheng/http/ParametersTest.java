package org.minsheng.http;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minsheng.support.As;
import org.minsheng.support.Covers;

@QuarkusTest
class ParametersTest {
    @ParameterizedTest(name = "{0}={1} is refused by name")
    @CsvSource({
        "limit, 0",
        "limit, 201",
        "limit, many",
        "limit, 1e3",
        "count, maybe",
        "programme, 1-1-1-1-1",
        "programme, x",
        "year, MMXXVI",
        "status, active",
        "updatedSince, yesterday",
        "sort, password",
        "fields, password",
        "cursor, forged",
        "page, 2"
    })
    @Covers({"ASVS 2.2.2", "ASVS 4.3.1", "GB/T 22239 8.1.4.4 d"})
    void a_bad_value(String name, String value) {
        As.person("ducha")
                .queryParam(name, value)
                .get("/api/v1/projects")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(name));
    }
}
