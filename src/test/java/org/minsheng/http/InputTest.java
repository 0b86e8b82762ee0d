package org.minsheng.http;

import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minsheng.support.As;
import org.minsheng.support.Contract;
import org.minsheng.support.Covers;
import org.minsheng.support.Given;
import org.minsheng.support.Reports;

/** Text is text and numbers are numbers, whatever somebody hides in them. */
@QuarkusTest
class InputTest {
    private static final String NASTY =
            "<script>alert(1)</script> \"'\\ &amp; {{7*7}} ${7*7} #{7*7} %s %n {0} =cmd|' /C calc'!A0 ');-- \u2028 民生😀 \t.";

    /** Any text is a question there; names of fields are held against the items that were found. */
    private static final Set<String> FREE = Set.of("q", "code", "leadUnit", "unit", "period");

    private static final Map<String, String> promise = new LinkedHashMap<>();

    @Test
    @Covers({"ASVS 1.1.2", "ASVS 1.2.3", "ASVS 1.3.1", "ASVS 1.3.5", "GB/T 22239 8.1.4.4 d"})
    void text_comes_back_as_it_was_written_and_nothing_in_it_happens() {
        Given given = Given.district();
        Map<String, Object> text = given.projectText(1);
        text.put("content", NASTY);
        String id = given.project(given.programme(Given.YEAR), text);
        As.person(given.supervisor())
                .get("/api/v1/projects/" + id)
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .body("content", equalTo(NASTY));
    }

    @Test
    @Covers("ASVS 1.2.2")
    void a_link_carries_whatever_was_asked_for() {
        Given given = Given.district();
        for (String last : List.of("甲", "乙")) given.town("t" + (last.equals("甲") ? 1 : 2), "A&B <\"1%\">#?/+" + last);
        var first = As.person(given.supervisor())
                .queryParam("q", "A&B <\"1%\">#?/+")
                .queryParam("limit", 1)
                .get("/api/v1/units")
                .then()
                .statusCode(200)
                .extract();
        String link = first.header("Link");
        assertTrue(link.endsWith(">; rel=\"next\""), link);
        URI next = URI.create(link.substring(1, link.indexOf('>')));
        As.person(given.supervisor())
                .urlEncodingEnabled(false)
                .get(next.getRawPath() + "?" + next.getRawQuery())
                .then()
                .statusCode(200)
                .body("items.name", hasItem("A&B <\"1%\">#?/+乙"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"${7*7}", "#{7*7}", "{{7*7}}", "${validatedValue.class}", "${java:version}"})
    @Covers("ASVS 1.3.2")
    void an_expression_in_a_wrong_value_is_not_evaluated(String expression) {
        var answer = As.json(
                        "sysadmin",
                        Map.of("code", expression, "type", expression, "name", expression, "validFrom", expression))
                .post("/api/v1/units")
                .then()
                .statusCode(400)
                .extract();
        String told = answer.path("detail") + " " + answer.path("errors");
        for (String value : List.of("49", "java.lang", "Java version")) assertFalse(told.contains(value), told);
        As.person("ducha")
                .queryParam("sort", expression)
                .get("/api/v1/units")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "1E400",
                "-1e999999999",
                "99999999999999999999999999999999999999",
                "0.00000000000000000001",
                "1e-999999999",
                "999999999999.99999",
                "9223372036854775808",
                "NaN",
                "Infinity",
                "0x10",
                "1_000",
                "+5",
                "\"5\"",
                "true",
                "[5]",
                "{\"value\":5}"
            })
    @Covers({"ASVS 1.4.2", "ASVS 15.3.5"})
    void what_is_no_amount_is_refused(String number) {
        draft(number).statusCode(anyOf(equalTo(400), equalTo(422)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=2147483648", "limit=-2147483649", "limit=1.0", "limit=0x7f", "limit=%E5%8D%81"})
    @Covers("ASVS 1.4.2")
    void a_parameter_beyond_its_type_is_refused(String query) {
        As.person("ducha")
                .urlEncodingEnabled(false)
                .get("/api/v1/units?" + query)
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "1.5", "[]", "[\"ducha\"]", "{}", "{\"name\":\"ducha\"}", "null"})
    @Covers("ASVS 15.3.5")
    void a_value_of_another_type_is_refused(String value) {
        for (String field : List.of("username", "password"))
            login("{\"username\":\"ducha\",\"password\":\"x\"}"
                            .replaceFirst("(\"" + field + "\":)\"[^\"]*\"", "$1" + value))
                    .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"@class\":\"javax.naming.InitialContext\"",
                "\"@type\":\"java.lang.AutoCloseable\"",
                "\"rank\":1",
                "\"__proto__\":{\"admin\":true}",
                "\"Username\":\"ducha\""
            })
    @Covers("ASVS 1.5.2")
    void a_field_that_is_not_of_the_contract_is_refused(String extra) {
        login("{\"username\":\"ducha\",\"password\":\"x\"," + extra + "}")
                .statusCode(400)
                .body("errors[0].code", equalTo("field.unknown"));
    }

    @Test
    @Covers("ASVS 15.3.7")
    void a_parameter_or_a_field_said_twice_is_refused() {
        As.person("ducha")
                .get("/api/v1/units?limit=1&limit=2")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("request.repeated-parameter"));
        login("{\"username\":\"ducha\",\"password\":\"x\",\"username\":\"sysadmin\"}")
                .statusCode(400);
    }

    @Test
    @Covers("ASVS 1.2.4")
    void no_text_in_any_parameter_changes_a_query() {
        List<String> payloads = List.of(
                "' or '1'='1",
                "\" or 1=1 -- ",
                "1) union select 1,2,3 -- ",
                "id desc, (select 1)",
                "%' and sleep(3) and '%",
                "\\");
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (Contract.Operation operation : Contract.operations()) {
            if (!operation.isRead() || operation.takesId() || !operation.path().startsWith("/api/")) continue;
            String person =
                    operation.path().contains("/accounts") || operation.path().contains("/ledger")
                            ? "auditor"
                            : "ducha";
            for (String query : operation.queries())
                for (String payload : payloads) {
                    asked++;
                    var answer = As.person(person).queryParam(query, payload).get(operation.path());
                    boolean free = FREE.contains(query);
                    if (answer.statusCode() >= 500 || answer.statusCode() < 400 && !free)
                        wrong.add(operation.id() + " " + query + "=" + payload + ": " + answer.statusCode());
                }
        }
        assertEquals(List.of(), wrong);
        assertTrue(asked > 500, asked + " requests");
    }

    private static ValidatableResponse login(String body) {
        return As.nobody()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/auth/login")
                .then();
    }

    private static ValidatableResponse draft(String amount) {
        Map<String, String> ids = promise();
        return As.person(ids.get("reporter"))
                .contentType(ContentType.JSON)
                .body("{\"indicatorId\":\"" + ids.get("indicator") + "\",\"periodId\":\"" + ids.get("period")
                        + "\",\"text\":{\"amount\":" + amount + "}}")
                .post("/api/v1/progress-entries")
                .then();
    }

    /** One promise for all the numbers. */
    private static synchronized Map<String, String> promise() {
        if (promise.isEmpty()) {
            Given given = Given.district();
            String programme = given.programme(Given.YEAR);
            promise.put("indicator", given.indicator(given.project(programme, 1), Given.beds(Given.YEAR)));
            given.publish(programme);
            promise.put("period", Reports.on(given, programme).periods().get(Given.month(3)));
            promise.put("reporter", given.person("reporter", given.bureau()));
        }
        return promise;
    }
}
