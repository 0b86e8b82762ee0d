package org.minsheng.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.minsheng.support.Covers;

@QuarkusTest
class DocumentationTest {
    @Test
    @Covers("ASVS 14.2.3")
    void the_pages_for_readers_need_no_token_and_load_nothing_but_their_style() {
        for (String page : List.of(
                "/docs/index.html",
                "/docs/forecast.html",
                "/docs/ledger.html",
                "/docs/rights.html",
                "/docs/security.html",
                "/docs/operation.html"))
            given().get(page)
                    .then()
                    .statusCode(200)
                    .contentType(containsString("text/html"))
                    .header(
                            "Content-Security-Policy",
                            equalTo("default-src 'none'; style-src 'self'; frame-ancestors 'none'"))
                    .header("X-Content-Type-Options", equalTo("nosniff"));
        given().get("/docs/style.css").then().statusCode(200).contentType(containsString("text/css"));
    }
}
