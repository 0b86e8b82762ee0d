package org.minsheng.accounts;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;
import org.minsheng.support.Covers;

@QuarkusTest
class SigningInTest {
    private final String name = "t" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void unknown_wrong_and_pending_are_answered_alike() {
        open(Map.of("username", name, "displayName", "New", "password", As.PASSWORD));
        for (String username : new String[] {name, "no-such-person", "ducha"})
            login(username, username.equals("ducha") ? "wrong" : As.PASSWORD)
                    .statusCode(401)
                    .header("Cache-Control", "no-store")
                    .body("code", equalTo("auth.failed"));
    }

    @Test
    void a_made_up_password_is_told_once_and_works_after_the_grant() {
        String key = UUID.randomUUID().toString();
        Map<String, String> wanted = Map.of("username", name, "displayName", "Auditor");
        var first = As.json("sysadmin", wanted)
                .header("Idempotency-Key", key)
                .post("/api/v1/accounts")
                .then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("status", equalTo("PENDING"))
                .body("initialPassword", notNullValue())
                .extract();
        As.json("sysadmin", wanted)
                .header("Idempotency-Key", key)
                .post("/api/v1/accounts")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(first.path("id")))
                .body("initialPassword", nullValue());
        grantAudit(first.path("id"));
        login(name.toUpperCase(), first.path("initialPassword")).statusCode(200);
    }

    @Test
    @Covers("ASVS 10.4.5")
    void a_refresh_token_used_by_another_program_ends_the_session() {
        activate();
        var tokens = login(name, As.PASSWORD).statusCode(200).extract();
        String used = tokens.path("refreshToken");
        var next = Person.refresh(used, "desk").statusCode(200).extract();
        Person.refresh(used, "thief").statusCode(401).body("code", equalTo("session.reused"));
        Person.refresh(next.path("refreshToken"), "desk").statusCode(401).body("code", equalTo("auth.session-ended"));
    }

    @Test
    @Covers("ASVS 10.4.5")
    void of_sixty_four_refreshes_at_once_one_wins_and_the_others_are_told_its_answer() throws Exception {
        activate();
        String used = login(name, As.PASSWORD).extract().path("refreshToken");
        var threads = Executors.newFixedThreadPool(16);
        List<Callable<String>> refreshes = new ArrayList<>();
        for (int i = 0; i < 64; i++)
            refreshes.add(
                    () -> Person.refresh(used, "desk").statusCode(200).extract().path("refreshToken"));
        Set<String> successors = new HashSet<>();
        for (var refresh : threads.invokeAll(refreshes)) successors.add(refresh.get());
        threads.shutdown();
        assertEquals(1, successors.size());
        String successor = successors.iterator().next();
        Person.refresh(successor, "desk").statusCode(200);
        Person.refresh(used, "desk").statusCode(401).body("code", equalTo("session.reused"));
    }

    @Test
    @Covers("ASVS 10.4.5")
    void a_token_used_long_ago_ends_the_session_and_a_made_up_one_ends_nothing() {
        activate();
        String first = login(name, As.PASSWORD).extract().path("refreshToken");
        String second = Person.refresh(first, "desk").statusCode(200).extract().path("refreshToken");
        String third = Person.refresh(second, "desk").statusCode(200).extract().path("refreshToken");

        byte[] guess = Base64.getUrlDecoder().decode(first);
        guess[20] ^= 1;
        String guessed = Base64.getUrlEncoder().withoutPadding().encodeToString(guess);
        Person.refresh(guessed, "thief").statusCode(401).body("code", equalTo("auth.session-ended"));
        String fourth = Person.refresh(third, "desk").statusCode(200).extract().path("refreshToken");

        Person.refresh(first, "desk").statusCode(401).body("code", equalTo("session.reused"));
        Person.refresh(fourth, "desk").statusCode(401).body("code", equalTo("auth.session-ended"));
    }

    @Test
    @Covers({"ASVS 3.3.1", "ASVS 3.3.2", "ASVS 3.3.3", "ASVS 3.3.4", "ASVS 3.5.1"})
    void a_browser_gets_its_refresh_token_in_a_cookie_that_no_script_reads() {
        activate();
        var answer = Person.nobody(Map.of("username", name, "password", As.PASSWORD, "transport", "COOKIE"))
                .post("/api/v1/auth/login")
                .then()
                .statusCode(200)
                .body("refreshToken", nullValue())
                .header(
                        "Set-Cookie",
                        allOf(
                                startsWith("__Host-minsheng-refresh="),
                                containsString("Path=/"),
                                containsString("Secure"),
                                containsString("HttpOnly"),
                                containsString("SameSite=Strict"),
                                not(containsString("Domain"))))
                .extract();
        String cookie = answer.header("Set-Cookie").split("[=;]", 3)[1];
        Person.nobody(Map.of())
                .header("Cookie", "__Host-minsheng-refresh=" + cookie)
                .post("/api/v1/auth/refresh")
                .then()
                .statusCode(200)
                .body("refreshToken", nullValue())
                .header("Set-Cookie", startsWith("__Host-minsheng-refresh="));
        Person.nobody(Map.of()).post("/api/v1/auth/refresh").then().statusCode(401);
        As.nobody()
                .header("Cookie", "__Host-minsheng-refresh=" + cookie)
                .get("/api/v1/me")
                .then()
                .statusCode(401);
    }

    @Test
    @Covers({"ASVS 7.5.2", "ASVS 10.4.9"})
    void people_see_their_sessions_and_end_them() {
        activate();
        String first = login(name, As.PASSWORD).extract().path("accessToken");
        String second = login(name, As.PASSWORD).extract().path("accessToken");
        List<String> others = with(second)
                .get("/api/v1/me/sessions")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("items", hasSize(2))
                .extract()
                .path("items.findAll { !it.current }.id");
        Person owner = Person.settled("audit-admin");
        with(owner.token())
                .delete("/api/v1/me/sessions/" + others.get(0))
                .then()
                .statusCode(404);
        String own = owner.token();
        String old = with(own).get("/api/v1/me/sessions").then().extract().path("items.find { !it.current }.id");
        with(own).delete("/api/v1/me/sessions/" + old).then().statusCode(204);
        with(own).get("/api/v1/me/sessions").then().body("items.id", not(hasItem(old)));
        with(first).get("/api/v1/me").then().statusCode(200);
    }

    @Test
    @Covers("ASVS 7.1.2")
    void the_fourth_sign_in_ends_the_oldest() {
        activate();
        String oldest = login(name, As.PASSWORD).extract().path("refreshToken");
        for (int i = 0; i < 3; i++) login(name, As.PASSWORD).statusCode(200);
        Person.refresh(oldest, "desk").statusCode(401);
    }

    @Test
    @Covers({"ASVS 7.4.1", "GB/T 22239 8.1.4.1 b"})
    void signing_out_ends_the_token_at_once() {
        activate();
        String token = login(name, As.PASSWORD).extract().path("accessToken");
        with(token).get("/api/v1/me").then().statusCode(200).body("scope.fenced", equalTo(false));
        with(token).post("/api/v1/auth/logout").then().statusCode(204).header("Cache-Control", "no-store");
        with(token).get("/api/v1/me").then().statusCode(401);
    }

    @Test
    @Covers("ASVS 7.4.2")
    void a_disabled_account_needs_a_new_sign_in_when_it_is_enabled_again() {
        String id = activate();
        String refreshToken = login(name, As.PASSWORD).extract().path("refreshToken");
        move(id, "disabling", "\"v1\"");
        login(name, As.PASSWORD).statusCode(401);
        move(id, "enabling", "\"v2\"");
        Person.refresh(refreshToken, "desk").statusCode(401);
        login(name, As.PASSWORD).statusCode(200);
    }

    @Test
    void me_tells_unit_roles_and_reach() {
        As.person("ducha")
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("roles", equalTo(List.of("supervisor")))
                .body("roleLabels", hasSize(1))
                .body("scope.fenced", equalTo(true))
                .body("scope.drafts", equalTo(true))
                .body("scope.governmentId", notNullValue());
    }

    @Test
    void the_list_is_filtered_by_unit_state_role_and_text() {
        activate();
        As.person("auditor")
                .get("/api/v1/accounts?role=audit-admin&status=ACTIVE&count=true&q=" + name)
                .then()
                .statusCode(200)
                .body("items.username", equalTo(List.of(name)))
                .body("page.total", equalTo(1));
        As.person("auditor").get("/api/v1/accounts?q=%25%25").then().body("items", hasSize(0));
        As.person("auditor").get("/api/v1/accounts?role=king").then().statusCode(400);
        As.person("auditor")
                .get("/api/v1/accounts?status=PENDING")
                .then()
                .body("items.status", everyItem(equalTo("PENDING")));
    }

    @Test
    @Covers("ASVS 7.2.1")
    void a_token_that_is_not_ours_is_refused() {
        with("eyJhbGciOiJub25lIn0.e30.").get("/api/v1/me").then().statusCode(401);
    }

    private String activate() {
        String id = open(Map.of("username", name, "displayName", "Auditor", "password", As.PASSWORD));
        grantAudit(id);
        return id;
    }

    private static String open(Map<String, String> wanted) {
        return As.json("sysadmin", wanted)
                .post("/api/v1/accounts")
                .then()
                .statusCode(201)
                .body("initialPassword", nullValue())
                .extract()
                .path("id");
    }

    private static void grantAudit(String id) {
        As.json("secadmin", Map.of("roles", new String[] {"audit-admin"}))
                .header("If-Match", "\"v0\"")
                .put("/api/v1/accounts/" + id + "/roles")
                .then()
                .statusCode(200);
    }

    private static void move(String id, String move, String version) {
        As.person("sysadmin")
                .header("If-Match", version)
                .post("/api/v1/accounts/" + id + "/" + move)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse login(String username, String password) {
        return As.nobody()
                .contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", password))
                .post("/api/v1/auth/login")
                .then();
    }

    private static io.restassured.specification.RequestSpecification with(String token) {
        return As.nobody().header("Authorization", "Bearer " + token);
    }
}
