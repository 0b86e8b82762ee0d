package org.minsheng.feed;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;
import org.minsheng.support.Covers;
import org.minsheng.support.Given;
import org.minsheng.support.Reports;
import org.minsheng.support.Sealing;

@QuarkusTest
class FeedTest {
    @Inject
    Cursors cursors;

    @Inject
    Feed feed;

    private Given given;
    private Reports reports;
    private String programme;
    private String project;
    private String indicator;
    private String town;
    private String townReporter;
    private String otherReporter;
    private String leadReporter;
    private String reviewer;

    @BeforeEach
    void a_published_promise_on_which_a_town_works() {
        given = Given.district();
        town = given.town("t1", "鼓楼街道");
        String other = given.town("t2", "东关街道");
        Map<String, Object> text = given.projectText(1);
        text.put("coUnitIds", List.of(town, other));
        programme = given.programme(Given.YEAR);
        project = given.project(programme, text);
        indicator = given.indicator(project, Given.beds(Given.YEAR));
        given.publish(programme);
        reports = Reports.on(given, programme);
        townReporter = given.person("reporter", town);
        otherReporter = given.person("reporter", other);
        leadReporter = given.person("reporter", given.bureau());
        reviewer = given.person("reviewer", given.bureau());
    }

    @Test
    void an_entry_is_seen_by_its_unit_the_lead_and_who_oversees_and_by_others_once_it_is_approved() {
        String entry = reports.submitted(townReporter, indicator, Given.month(3), Map.of("amount", 12));
        for (String who : List.of(townReporter, leadReporter, reviewer, given.supervisor()))
            assertEquals(
                    List.of("progress.drafted", "progress.submitted"),
                    new Changes(who).actionsOf(entry, "progress.submitted"),
                    who);
        assertEquals(List.of(), new Changes(otherReporter).actions(entry));
        Reports.move(reviewer, entry, "v1", "approval", Map.of()).statusCode(200);
        assertEquals(List.of("progress.approved"), new Changes(otherReporter).actionsOf(entry, "progress.approved"));
        Map<String, Object> approved = last(new Changes(otherReporter).all());
        assertEquals("/api/v1/progress-entries/" + entry, approved.get("href"));
        assertEquals(Map.of("amount", "12"), ((Map<?, ?>) approved.get("state")).get("text"));
        assertEquals(given.bureau(), approved.get("actorUnit"));
        assertEquals(project, approved.get("projectId"));
        assertEquals(programme, approved.get("programmeId"));
    }

    @Test
    void an_unpublished_programme_is_seen_by_who_oversees_and_its_promises_by_all_when_it_is_published() {
        String next = given.programme(Given.YEAR + 1);
        String second = given.project(next, 1);
        assertEquals(List.of("project.created"), new Changes(given.supervisor()).actionsOf(second, "project.created"));
        assertEquals(List.of(), new Changes(townReporter).actions(second));
        assertEquals(List.of(), new Changes(townReporter).actions(next));
        given.indicator(second, Given.beds(Given.YEAR + 1));
        given.publish(next);
        assertEquals(List.of("programme.published"), new Changes(townReporter).actionsOf(next, "programme.published"));
        assertEquals(List.of("project.frozen"), new Changes(townReporter).actions(second));
    }

    @Test
    void what_is_deleted_comes_as_a_tombstone() {
        String entry = reports.draft(townReporter, indicator, Given.month(4), Map.of("amount", 1))
                .statusCode(201)
                .extract()
                .path("id");
        As.person(townReporter)
                .header("If-Match", "\"v0\"")
                .delete("/api/v1/progress-entries/" + entry)
                .then()
                .statusCode(204);
        Changes lead = new Changes(leadReporter);
        assertEquals(List.of("progress.drafted", "progress.deleted"), lead.actionsOf(entry, "progress.deleted"));
        Map<String, Object> tombstone = last(lead.all());
        assertEquals(true, tombstone.get("deleted"));
        assertTrue(tombstone.containsKey("state") && tombstone.get("state") == null);
        assertTrue(tombstone.containsKey("href") && tombstone.get("href") == null);
    }

    @Test
    @Covers("ASVS 8.4.1")
    void another_government_sees_nothing_of_it_and_nobody_sees_places() {
        String entry = reports.submitted(townReporter, indicator, Given.month(3), Map.of("amount", 12));
        new Changes(given.supervisor()).actionsOf(entry, "progress.submitted");
        Given other = Given.district();
        Sealing.awaited();
        List<Map<String, Object>> theirs = new Changes(other.supervisor()).all();
        assertFalse(theirs.stream().anyMatch(c -> programme.equals(c.get("programmeId"))));
        assertFalse(theirs.stream().anyMatch(c -> entry.equals(c.get("subjectId"))));
        assertFalse(theirs.stream().anyMatch(c -> given.government().equals(c.get("subjectId"))));
        assertEquals(
                Set.of(
                        "cursor",
                        "action",
                        "subjectType",
                        "subjectId",
                        "version",
                        "deleted",
                        "programmeId",
                        "projectId",
                        "at",
                        "actorUnit",
                        "state",
                        "href"),
                theirs.get(0).keySet());
    }

    @Test
    void small_pages_make_one_big_one_and_every_cursor_gives_exactly_the_rest() {
        String entry = reports.submitted(townReporter, indicator, Given.month(3), Map.of("amount", 12));
        Changes supervisor = new Changes(given.supervisor());
        supervisor.actionsOf(entry, "progress.submitted");
        List<Map<String, Object>> all = supervisor.all();
        assertTrue(all.size() > 15, () -> "only " + all.size());
        assertEquals(all, supervisor.after(null, 7));
        for (int i = 0; i < all.size(); i += 4)
            assertEquals(
                    all.subList(i + 1, all.size()),
                    supervisor.after((String) all.get(i).get("cursor"), 200));
    }

    @Test
    void cursors_tell_nothing_of_what_lies_between() {
        Changes other = new Changes(otherReporter);
        String before = other.now();
        String entry = reports.submitted(townReporter, indicator, Given.month(3), Map.of("amount", 12));
        Changes supervisor = new Changes(given.supervisor());
        supervisor.actionsOf(entry, "progress.submitted");
        other.ask(Map.of("after", before))
                .statusCode(200)
                .body("items", empty())
                .body("page.more", equalTo(false))
                .body("page.next", equalTo(before));

        Set<String> hidden = new HashSet<>();
        for (Map<String, Object> change : supervisor.after(before, 200)) hidden.add((String) change.get("cursor"));
        assertEquals(2, hidden.size());
        Set<String> seen = new HashSet<>();
        for (int limit : List.of(1, 3, 200)) {
            other.after(null, limit).forEach(c -> seen.add((String) c.get("cursor")));
            seen.add(other.ask(Map.of("limit", limit)).extract().path("page.next"));
        }
        hidden.retainAll(seen);
        assertEquals(Set.of(), hidden);

        // neighbours in the log are no neighbours in what callers hold
        String first = cursors.of("log", 41);
        String second = cursors.of("log", 42);
        assertEquals(first, cursors.of("log", 41));
        assertEquals(first.length(), second.length());
        assertFalse(first.regionMatches(0, second, 0, 6));
        assertFalse(first.regionMatches(first.length() - 12, second, first.length() - 12, 12));
    }

    @Test
    void filters_keep_to_a_programme_a_project_or_a_kind() {
        String entry = reports.submitted(townReporter, indicator, Given.month(3), Map.of("amount", 12));
        new Changes(given.supervisor()).actionsOf(entry, "progress.submitted");
        Changes supervisor = new Changes(given.supervisor());
        List<String> kinds = supervisor
                .ask(Map.of("project", project, "limit", 200))
                .statusCode(200)
                .extract()
                .path("items.subjectType");
        assertEquals(Set.of("project", "indicator", "progress-entry"), new HashSet<>(kinds));
        List<String> subjects = supervisor
                .ask(Map.of("programme", programme, "subjectType", "progress-entry"))
                .statusCode(200)
                .extract()
                .path("items.subjectId");
        assertEquals(List.of(entry, entry), subjects);
    }

    @Test
    void every_address_leads_to_the_thing() {
        new Changes(given.supervisor()).actionsOf(programme, "programme.published");
        Map<String, String> one = new LinkedHashMap<>();
        for (Map<String, Object> change : new Changes(given.supervisor()).all())
            if (change.get("href") != null) one.put((String) change.get("subjectType"), (String) change.get("href"));
        assertTrue(one.keySet().containsAll(List.of("unit", "programme", "project", "indicator", "period")));
        one.forEach(
                (type, href) -> As.person(given.supervisor()).get(href).then().statusCode(200));
    }

    @Test
    void accounts_are_for_their_administrators() {
        List<String> kinds = new Changes("sysadmin")
                .all().stream()
                        .map(c -> (String) c.get("subjectType"))
                        .distinct()
                        .toList();
        assertTrue(kinds.contains("account"));
        assertFalse(new Changes(given.supervisor())
                .all().stream().anyMatch(c -> c.get("subjectType").equals("account")));
    }

    @Test
    void a_page_that_did_not_change_is_304_and_names_the_next_one() {
        var page = As.person(townReporter).get("/api/v1/changes?limit=2");
        page.then().statusCode(200).header("Link", containsString("after=")).header("ETag", notNullValue());
        As.person(townReporter)
                .header("If-None-Match", page.header("ETag"))
                .get("/api/v1/changes?limit=2")
                .then()
                .statusCode(304);
    }

    @Test
    void cursors_of_nobody_of_other_lists_and_of_other_logs_are_refused() {
        Changes reporter = new Changes(townReporter);
        String good = reporter.now();
        String units = As.person(townReporter).get("/api/v1/units?limit=1").path("page.next");
        String changed = good.substring(0, 30) + (good.charAt(30) == 'A' ? 'B' : 'A') + good.substring(31);
        for (String bad : List.of("?", "0", "bm93", units, changed))
            reporter.ask(Map.of("after", bad))
                    .statusCode(400)
                    .body("code", equalTo("request.cursor-invalid"))
                    .body("errors[0].pointer", equalTo("after"));
        LogEnd end = feed.end();
        for (String other : List.of(cursors.of("another-log", 3), cursors.of(end.origin(), end.size() + 1_000_000)))
            reporter.ask(Map.of("after", other)).statusCode(400).body("code", equalTo("changes.cursor-of-another-log"));
        As.person(townReporter).get("/api/v1/units?cursor=" + good).then().statusCode(400);
    }

    @Test
    void an_unknown_parameter_and_a_bad_limit_are_refused() {
        for (Map<String, ?> bad : List.of(
                Map.of("cursor", "x"), Map.of("limit", 0), Map.of("limit", 201), Map.of("subjectType", "Projekt")))
            new Changes(townReporter).ask(bad).statusCode(400);
    }

    private static Map<String, Object> last(List<Map<String, Object>> changes) {
        return changes.get(changes.size() - 1);
    }
}
