package org.minsheng.clients;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;
import org.minsheng.support.Covers;
import org.minsheng.support.Given;
import org.minsheng.support.Machine;
import org.minsheng.support.Sealing;

/** Other systems, from their opening to their end. */
@QuarkusTest
class MachineClientTest {
    private Given district;

    @BeforeEach
    void open() {
        district = Given.district();
    }

    @Test
    void a_client_works_once_it_has_a_scope_and_a_secret() {
        String id = As.json("sysadmin", Map.of("name", "区政务数据共享平台", "unitId", district.bureau()))
                .post("/api/v1/clients")
                .then()
                .statusCode(201)
                .body("status", equalTo("PENDING"))
                .body("actions", hasItem("addSecret"))
                .extract()
                .path("id");
        Machine pending = new Machine(id, null, null).withNewSecret();
        refused(pending.ask(null), 401, "token.client-unknown", "invalid_client");

        As.json("secadmin", Map.of("scopes", List.of("client:read")))
                .header("If-Match", "\"v1\"")
                .put("/api/v1/clients/" + id + "/scopes")
                .then()
                .statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("secrets", hasSize(1));
        pending.ask(null)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo(600))
                .body("scope", equalTo("client:read"));
        pending.asks().get("/api/v1/projects").then().statusCode(200);
    }

    @Test
    void every_wrong_request_for_a_token_is_refused_in_the_words_of_oauth() {
        Machine machine = Machine.of(district.bureau(), "client:read");
        refused(new Machine(machine.id(), null, "wrong").ask(null), 401, "token.client-unknown", "invalid_client");
        refused(
                new Machine(UUID.randomUUID().toString(), null, machine.secret()).ask(null),
                401,
                "token.client-unknown",
                "invalid_client");
        refused(new Machine("x'--", null, machine.secret()).ask(null), 401, "token.client-unknown", "invalid_client");
        refused(machine.ask("client:report"), 400, "token.scope-unknown", "invalid_scope");
        refused(machine.ask("everything"), 400, "token.scope-unknown", "invalid_scope");
        refused(form("grant_type=password&client_id=a"), 400, "token.grant-unknown", "unsupported_grant_type");
        refused(form("client_id=a"), 400, "token.request-malformed", "invalid_request");
        refused(
                form("grant_type=client_credentials&client_id=a&client_id=b"),
                400,
                "token.request-malformed",
                "invalid_request");
        refused(form("grant_type=client_credentials"), 401, "token.client-unknown", "invalid_client");
    }

    @Test
    void id_and_secret_may_stand_in_the_body_but_not_in_both_places() {
        Machine machine = Machine.of(district.bureau(), "client:read");
        String body = "grant_type=client_credentials&client_id=" + machine.id() + "&client_secret=" + machine.secret();
        form(body).then().statusCode(200);
        Response twice = given().contentType("application/x-www-form-urlencoded")
                .auth()
                .preemptive()
                .basic(machine.id(), machine.secret())
                .body(body)
                .post("/api/v1/auth/token");
        refused(twice, 400, "token.request-malformed", "invalid_request");
    }

    @Test
    @Covers("ASVS 13.2.1")
    void two_secrets_overlap_and_an_ended_one_is_good_no_longer() {
        Machine old = Machine.of(district.bureau(), "client:read");
        Machine fresh = old.withNewSecret();
        old.token();
        fresh.token();
        As.person("sysadmin")
                .post("/api/v1/clients/" + old.id() + "/secrets")
                .then()
                .statusCode(409)
                .body("code", equalTo("client.two-secrets"));
        As.person("secadmin")
                .delete("/api/v1/clients/" + old.id() + "/secrets/" + old.secretId())
                .then()
                .statusCode(204);
        refused(old.ask(null), 401, "token.client-unknown", "invalid_client");
        fresh.token();
        As.person("secadmin")
                .delete("/api/v1/clients/" + old.id() + "/secrets/" + old.secretId())
                .then()
                .statusCode(404);
    }

    @Test
    @Covers("ASVS 10.3.2")
    void what_is_taken_away_stops_tokens_that_are_out() {
        Machine machine = Machine.of(district.bureau(), "client:read client:feed");
        String token = machine.token();
        Machine.with(token).get("/api/v1/projects").then().statusCode(200);
        String client = "/api/v1/clients/" + machine.id();

        As.json("secadmin", Map.of("scopes", List.of("client:feed")))
                .header("If-Match", etag(client))
                .put(client + "/scopes")
                .then()
                .statusCode(200);
        Machine.with(token)
                .get("/api/v1/projects")
                .then()
                .statusCode(403)
                .body("code", equalTo("client.scope-missing"))
                .body("detail", containsString("client:read"));
        Machine.with(token).get("/api/v1/changes").then().statusCode(200);

        String etag = etag(client);
        As.person("sysadmin")
                .header("If-Match", etag)
                .post(client + "/disabling")
                .then()
                .statusCode(200);
        Machine.with(token).get("/api/v1/changes").then().statusCode(401);
        refused(machine.ask(null), 401, "token.client-unknown", "invalid_client");
    }

    @Test
    @Covers("ASVS 10.3.2")
    void a_token_is_good_for_the_scopes_that_were_asked_for() {
        Machine machine = Machine.of(district.bureau(), "client:read client:feed");
        String token =
                machine.ask("client:feed").then().statusCode(200).extract().path("access_token");
        Machine.with(token).get("/api/v1/changes").then().statusCode(200);
        Machine.with(token).get("/api/v1/projects").then().statusCode(403);
    }

    @Test
    void a_program_repeats_its_posts_under_a_key() {
        Machine machine = Machine.of(district.bureau(), "client:report");
        given().header("Authorization", "Bearer " + machine.token())
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/progress-entries")
                .then()
                .statusCode(400)
                .body("code", equalTo("client.idempotency-key-missing"));
    }

    @Test
    @Covers("ASVS 8.4.1")
    void it_reads_its_own_district_and_works_for_its_own_unit() {
        Given other = Given.district();
        Machine machine = Machine.of(district.bureau(), "client:read");
        machine.asks().get("/api/v1/units/" + district.office()).then().statusCode(200);
        machine.asks().get("/api/v1/units/" + other.office()).then().statusCode(404);
        machine.asks().get("/api/v1/me").then().statusCode(403).body("code", equalTo("client.not-people"));
    }

    @Test
    @Covers({"ASVS 16.2.1", "ASVS 16.2.5"})
    void the_ledger_tells_what_it_was_given_and_never_a_secret() {
        Machine machine = Machine.of(district.bureau(), "client:read");
        machine.token();
        Sealing.awaited();
        List<String> bodies = new ArrayList<>();
        for (String filter : List.of("subject=" + machine.id(), "actor=" + machine.id())) {
            Response entries = As.person("auditor").get("/api/v1/ledger/entries?limit=50&" + filter);
            entries.then().statusCode(200);
            bodies.add(entries.asString());
        }
        assertFalse(String.join("", bodies).contains(machine.secret()));
        List<String> actions = new ArrayList<>();
        for (String body : bodies)
            actions.addAll(io.restassured.path.json.JsonPath.from(body).getList("items.action"));
        assertEquals(
                List.of("client.created", "client.granted", "client.secret-added", "client.token-got"),
                actions.stream().sorted().toList());
    }

    @Test
    void administrators_of_another_district_do_not_know_it() {
        Machine machine = Machine.of(district.bureau(), "client:read");
        Given other = Given.district();
        String stranger = other.person("system-admin", other.office());
        As.person(stranger).get("/api/v1/clients/" + machine.id()).then().statusCode(404);
        As.person(stranger)
                .post("/api/v1/clients/" + machine.id() + "/secrets")
                .then()
                .statusCode(404);
        As.person(stranger).get("/api/v1/clients").then().statusCode(200).body("items.id", not(hasItem(machine.id())));
        As.json(stranger, Map.of("name", "别区系统", "unitId", district.bureau()))
                .post("/api/v1/clients")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/unitId"));
    }

    @Test
    void the_same_opening_sent_twice_is_one_client() {
        Map<String, Object> wanted = Map.of(
                "id",
                "01997d3e-3f6a-7c1e-9d55-" + UUID.randomUUID().toString().substring(24),
                "name",
                "对接系统",
                "unitId",
                district.bureau());
        As.json("sysadmin", wanted).post("/api/v1/clients").then().statusCode(201);
        As.json("sysadmin", wanted).post("/api/v1/clients").then().statusCode(201);
    }

    private static String etag(String client) {
        return As.person("sysadmin")
                .get(client)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    private static Response form(String body) {
        return given().contentType("application/x-www-form-urlencoded")
                .body(body)
                .post("/api/v1/auth/token");
    }

    private static void refused(Response answer, int status, String code, String error) {
        answer.then().statusCode(status).body("code", equalTo(code)).body("error", equalTo(error));
        if (status == 401) answer.then().header("WWW-Authenticate", "Basic realm=\"minsheng\"");
    }
}
