package org.minsheng.limits;

import static org.hamcrest.Matchers.matchesRegex;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;
import org.minsheng.support.Covers;
import org.minsheng.support.Given;
import org.minsheng.support.Machine;

/** What every answer says of its caller's limit. */
@QuarkusTest
class ToldLimitsTest {
    @Test
    @Covers("ASVS 2.4.1")
    void each_account_pays_from_its_own_purse() {
        Given district = Given.district();
        String one = district.person("reporter", district.bureau());
        String other = district.person("reporter", district.bureau());
        long before = left(As.person(one).get("/api/v1/projects"), "person");
        for (int i = 0; i < 3; i++) As.person(other).get("/api/v1/projects");
        long after = left(As.person(one).get("/api/v1/projects"), "person");
        // what is spent comes back by and by
        assertEquals(before, after, 1);
    }

    @Test
    @Covers("ASVS 6.3.1")
    void refusals_and_public_answers_tell_of_it_too() {
        left(As.nobody().get("/api/v1/projects"), "anonymous");
        left(As.nobody().get("/public/v1/ledger/checkpoint"), "anonymous");
        left(
                Machine.with("x")
                        .get("/api/v1/projects")
                        .then()
                        .statusCode(401)
                        .extract()
                        .response(),
                "anonymous");
        left(As.person("ducha").get("/api/v1/projects/" + UUID.randomUUID()), "person");
        left(
                As.nobody()
                        .contentType("application/json")
                        .body(Map.of("username", "nobody-" + UUID.randomUUID(), "password", "x"))
                        .post("/api/v1/auth/login"),
                "sign-in");
    }

    private static long left(Response answer, String policy) {
        answer.then()
                .header("RateLimit-Policy", "\"" + policy + "\";q=1000000;w=10")
                .header("RateLimit", matchesRegex("\"" + policy + "\";r=\\d+;t=\\d+"));
        return Long.parseLong(answer.header("RateLimit").replaceAll(".*;r=(\\d+);.*", "$1"));
    }
}
