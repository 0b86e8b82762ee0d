package org.minsheng.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;
import org.minsheng.support.AtOnce;
import org.minsheng.support.Covers;
import org.minsheng.support.Given;
import org.minsheng.support.Reports;
import org.minsheng.support.Statements;

@QuarkusTest
class StreamTest {
    @TestHTTPResource("/api/v1/changes")
    URI address;

    @Inject
    Listeners listeners;

    @Inject
    ChangesConfig config;

    private final Map<String, String> tokens = new HashMap<>();
    private final List<Stream> open = new ArrayList<>();
    private Given given;
    private Reports reports;
    private String indicator;
    private String townReporter;
    private String otherReporter;
    private String leadReporter;

    @BeforeEach
    void a_published_promise_on_which_a_town_works() {
        given = Given.district();
        String town = given.town("t1", "鼓楼街道");
        Map<String, Object> text = given.projectText(1);
        text.put("coUnitIds", List.of(town));
        String programme = given.programme(Given.YEAR);
        indicator = given.indicator(given.project(programme, text), Given.beds(Given.YEAR));
        given.publish(programme);
        reports = Reports.on(given, programme);
        townReporter = given.person("reporter", town);
        otherReporter = given.person("reporter", given.town("t2", "东关街道"));
        leadReporter = given.person("reporter", given.bureau());
        new Changes(given.supervisor()).actionsOf(programme, "programme.published");
    }

    @AfterEach
    void nobody_listens_any_more() {
        open.forEach(Stream::close);
        Stream.await().until(() -> listeners.all().isEmpty());
    }

    @Test
    void changes_come_while_they_happen_to_whoever_may_see_them() {
        Stream town = listen(townReporter, "?after=now", null);
        Stream lead = listen(leadReporter, "?after=now", null);
        Stream other = listen(otherReporter, "?after=now", null);
        assertEquals(
                "text/event-stream",
                town.head.headers().firstValue("content-type").orElse("").split(";")[0]);
        String entry = reports.submitted(townReporter, indicator, Given.month(3), Map.of("amount", 12));
        for (Stream one : List.of(town, lead)) {
            Stream.await().until(() -> one.changes().size() == 2);
            assertEquals(List.of("progress.drafted", "progress.submitted"), one.actions());
            assertEquals(entry, one.changes().get(0).getString("subjectId"));
        }
        assertEquals(List.of(), other.actions());
        assertEquals(new Changes(townReporter).after(town.ids().get(0), 200), items(town));
        String reviewer = given.person("reviewer", given.bureau());
        Reports.move(reviewer, entry, "v1", "approval", Map.of()).statusCode(200);
        Stream.await().until(() -> other.actions().equals(List.of("progress.approved")));
        assertEquals(2, other.ids().size());
    }

    @Test
    void a_stream_goes_on_where_the_last_one_was_cut_without_loss_or_repetition() {
        List<Map<String, Object>> all = new Changes(given.supervisor()).all();
        Stream first = listen(given.supervisor(), "", null);
        Stream.await().until(() -> first.changes().size() == all.size());
        assertEquals(all, items(first));
        first.close();
        String middle = (String) all.get(all.size() / 2).get("cursor");
        reports.draft(townReporter, indicator, Given.month(3), Map.of("amount", 1))
                .statusCode(201);
        Stream second = listen(given.supervisor(), "?after=now", middle);
        reports.draft(townReporter, indicator, Given.month(4), Map.of("amount", 1))
                .statusCode(201);
        List<Map<String, Object>> rest = all.subList(all.size() / 2 + 1, all.size());
        Stream.await().until(() -> second.changes().size() == rest.size() + 2);
        assertEquals(rest, items(second).subList(0, rest.size()));
        assertEquals(
                List.of("progress.drafted", "progress.drafted"),
                second.actions().subList(rest.size(), rest.size() + 2));
        String begun = listen(given.supervisor(), "?after=now", null).ids().get(0);
        assertEquals(List.of(), new Changes(given.supervisor()).after(begun, 200));
    }

    @Test
    void a_heartbeat_comes_while_nothing_happens() {
        Stream stream = listen(otherReporter, "?after=now", null);
        Stream.await()
                .until(() -> stream.frames.stream()
                                .filter(f -> f.equals(": heartbeat\n"))
                                .count()
                        >= 2);
        assertEquals(1, stream.ids().size());
    }

    @Test
    void a_stream_ends_with_the_session_and_with_the_roles_it_began_with() {
        Stream town = listen(townReporter, "?after=now", null);
        Stream lead = listen(leadReporter, "?after=now", null);
        As.nobody()
                .header("Authorization", "Bearer " + token(townReporter))
                .post("/api/v1/auth/logout")
                .then()
                .statusCode(204);
        Stream.await().until(() -> town.ended);
        assertFalse(lead.ended);
        String id =
                As.person("sysadmin").get("/api/v1/accounts?q=" + leadReporter).path("items[0].id");
        As.json("secadmin", Map.of("roles", List.of("reporter", "reviewer")))
                .header("If-Match", "\"v1\"")
                .put("/api/v1/accounts/" + id + "/roles")
                .then()
                .statusCode(200);
        Stream.await().until(() -> lead.ended);
    }

    @Test
    void listeners_cost_no_statement_each() {
        for (int i = 0; i < 20; i++) listen(i % 2 == 0 ? otherReporter : leadReporter, "?after=now", null);
        long idle = Statements.during(this::heartbeats);
        long told = Statements.during(() -> {
            reports.draft(townReporter, indicator, Given.month(3), Map.of("amount", 1))
                    .statusCode(201);
            Stream.await()
                    .until(() ->
                            open.stream().filter(s -> !s.changes().isEmpty()).count() == 10);
        });
        assertTrue(idle <= 2, () -> "idle: " + idle);
        long drafting =
                Statements.during(() -> reports.draft(townReporter, indicator, Given.month(4), Map.of("amount", 1))
                        .statusCode(201));
        assertTrue(told - drafting < open.size(), () -> "told: " + told + " of which drafting " + drafting);
    }

    @Test
    void what_an_instance_does_not_take_is_refused_and_told_when_to_come_back() {
        for (int i = 0; i < config.listeners(); i++) listen(otherReporter, "?after=now", null);
        Stream refused = Stream.open(URI.create(address + "?after=now"), token(otherReporter), null);
        assertEquals(503, refused.head.statusCode());
        assertTrue(refused.head.headers().firstValue("retry-after").isPresent());
        Stream.await().until(() -> refused.ended);
        assertTrue(refused.text().contains("changes.too-many-listeners"));
    }

    @Test
    @Covers("ASVS 2.3.2")
    void of_many_who_come_at_once_no_more_are_taken_than_of_those_who_come_one_by_one() {
        String token = token(otherReporter);
        List<Stream> all = AtOnce.answers(
                config.listeners() + 20, caller -> Stream.open(URI.create(address + "?after=now"), token, null));
        all.stream().filter(stream -> stream.head.statusCode() == 200).forEach(open::add);
        assertEquals(config.listeners(), open.size());
        assertEquals(
                20,
                all.stream().filter(stream -> stream.head.statusCode() == 503).count());
    }

    @Test
    void a_bad_cursor_or_parameter_is_a_problem_before_any_stream_begins() {
        for (String query : List.of("?after=x", "?limit=3", "?unknown=1")) {
            Stream refused = Stream.open(URI.create(address + query), token(otherReporter), null);
            assertEquals(400, refused.head.statusCode(), query);
            assertEquals(
                    "application/problem+json",
                    refused.head.headers().firstValue("content-type").orElse(null));
        }
        assertEquals(400, Stream.open(address, token(otherReporter), "x").head.statusCode());
        assertEquals(401, Stream.open(address, "x", null).head.statusCode());
        assertNull(As.person(otherReporter)
                .accept(ContentType.ANY)
                .get("/api/v1/changes")
                .then()
                .statusCode(200)
                .extract()
                .path("code"));
        As.person(otherReporter)
                .accept("text/html")
                .get("/api/v1/changes")
                .then()
                .statusCode(406);
    }

    private void heartbeats() {
        long before = beats();
        Stream.await().until(() -> beats() >= before + 2L * open.size());
    }

    private long beats() {
        return open.stream()
                .flatMap(s -> s.frames.stream())
                .filter(f -> f.startsWith(": heartbeat"))
                .count();
    }

    private Stream listen(String who, String query, String last) {
        Stream stream = Stream.open(URI.create(address + query), token(who), last);
        assertEquals(200, stream.head.statusCode());
        open.add(stream);
        return stream;
    }

    /** A session of its own, which may end. */
    private String token(String who) {
        return tokens.computeIfAbsent(who, name -> As.nobody()
                .contentType(ContentType.JSON)
                .body(Map.of("username", name, "password", As.PASSWORD))
                .post("/api/v1/auth/login")
                .path("accessToken"));
    }

    private static List<Map<String, Object>> items(Stream stream) {
        return stream.changes().stream().map(c -> c.<String, Object>getMap("")).toList();
    }
}
