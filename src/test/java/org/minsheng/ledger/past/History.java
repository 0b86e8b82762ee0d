package org.minsheng.ledger.past;

import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.minsheng.support.As;
import org.minsheng.support.Given;

/** A year of a small programme as chance will have it: what nobody may do at the moment is refused and changes nothing. */
final class History extends Things {
    final Given given = Given.district();
    final String town = given.town("t1", "鼓楼街道");
    final String other = given.town("t2", "龙桥街道");
    final String reporter = given.person("reporter", given.bureau());
    final String reviewer = given.person("reviewer", given.bureau());
    final String townReporter = given.person("reporter", town);
    final String stranger = given.person("reporter", other);
    final String programme;
    private int number;

    History(long seed) {
        super(new Random(seed));
        know("units", town);
        know("units", given.bureau());
        programme = know("programmes", given.programme(Given.YEAR));
        know(
                "unit-groups",
                As.json(
                                "sysadmin",
                                Map.of(
                                        "governmentId",
                                        given.government(),
                                        "code",
                                        "towns",
                                        "name",
                                        "各镇街",
                                        "members",
                                        List.of(Map.of("unitId", town), Map.of("unitId", other))))
                        .post("/api/v1/unit-groups"));
    }

    List<String> people() {
        return List.of(given.supervisor(), reviewer, townReporter, stranger);
    }

    void draftSomething() {
        any(
                this::newProject,
                this::newIndicator,
                this::newIndicator,
                () -> patch(given.supervisor(), "programmes", Map.of("title", words("民生实事"))),
                () -> patch(given.supervisor(), "projects", Map.of("name", words("养老"), "content", words("内容"))),
                this::editIndicator,
                this::editIndicator,
                () -> delete(given.supervisor(), "indicators"),
                () -> delete(given.supervisor(), "projects"),
                this::nameUnits,
                this::namePeople);
    }

    void publish() {
        while (ids("projects").isEmpty() || done(newIndicator()) == 0) done(newProject());
        for (String project : ids("projects"))
            post(given.supervisor(), "/indicators", Map.of("projectId", project, "text", promise("INCREMENT")));
        String path = "/api/v1/programmes/" + programme;
        String etag = As.person(given.supervisor()).get(path).header("ETag");
        As.person(given.supervisor())
                .header("If-Match", etag)
                .post(path + "/publication")
                .then()
                .statusCode(200);
        List<String> periods = post(
                        given.supervisor(),
                        "/programmes/" + programme + "/periods",
                        Map.of("cadence", "MONTH", "dueDays", 5))
                .path("items.id");
        periods.forEach(p -> know("periods", p));
    }

    void workOnSomething() {
        any(
                this::newEntry,
                this::newEntry,
                this::newEntry,
                () -> patch(anyReporter(), "progress-entries", Map.of("amount", number, "narrative", words("进展"))),
                this::submit,
                this::submit,
                this::submit,
                () -> move(anyReporter(), "progress-entries", "withdrawal", Map.of()),
                () -> move(reviewer, "progress-entries", "approval", Map.of()),
                () -> move(reviewer, "progress-entries", "approval", Map.of()),
                () -> move(reviewer, "progress-entries", "return", words()),
                () -> move(reviewer, "progress-entries", "return", words()),
                this::correct,
                this::correct,
                this::newItem,
                () -> patch(anyReporter(), "items", Map.of("place", words("地点"), "measure", 1.25)),
                () -> move(reviewer, "items", random.nextBoolean() ? "acceptance" : "rejection", words()),
                this::order,
                this::administer);
    }

    /** The longest way an entry can go, one step at a time, in a month that chance leaves alone. */
    void correctSomething(int step) {
        List<Supplier<Response>> steps = List.of(
                () -> entry(
                        reporter,
                        ids("indicators").get(ids("indicators").size() - 1),
                        ids("periods").get(3)),
                () -> moveLast(reporter, "submission", Map.of("confirmWarnings", true)),
                () -> moveLast(reviewer, "approval", Map.of()),
                () -> known("progress-entries", moveLast(reporter, "correction", correction())),
                () -> moveLast(reporter, "submission", Map.of("confirmWarnings", true)),
                () -> moveLast(reviewer, "approval", Map.of()));
        steps.get(step).get();
    }

    private Response administer() {
        List<Supplier<Response>> acts = List.of(
                () -> delete(anyReporter(), "progress-entries"),
                () -> delete(anyReporter(), "items"),
                () -> move(given.supervisor(), "periods", "closure", Map.of()),
                () -> put(given.supervisor(), "indicators", "baseline", Map.of("baseline", number, "reason", "年报")),
                () -> put(
                        reviewer,
                        "indicators",
                        "allocations",
                        Map.of("items", List.of(Map.of("unitId", town, "amount", number)))),
                this::nameUnits,
                this::namePeople);
        return acts.get(random.nextInt(acts.size())).get();
    }

    private Response submit() {
        return move(anyReporter(), "progress-entries", "submission", Map.of("confirmWarnings", true));
    }

    private Map<String, Object> words() {
        return Map.of("reason", words("未建成"));
    }

    @SafeVarargs
    private void any(Supplier<Response>... acts) {
        for (int attempt = 0; attempt < 8; attempt++) {
            number++;
            if (done(acts[random.nextInt(acts.length)].get()) > 0) return;
        }
    }

    private int done(Response answer) {
        return answer == null || answer.statusCode() >= 400 ? 0 : 1;
    }

    private Response editIndicator() {
        return patch(
                given.supervisor(),
                "indicators",
                Map.of("name", words("床位"), "weight", number + 0.5, "headline", false));
    }

    private Response newProject() {
        Map<String, Object> text = given.projectText(++number);
        text.put("name", words("优化养老服务"));
        text.put("coUnitIds", List.of(town));
        if (random.nextBoolean()) text.put("coGroupIds", ids("unit-groups"));
        if (random.nextBoolean())
            text.put("components", List.of(Map.of("mark", "①", "name", words("分项"), "leadInferred", true)));
        return known("projects", post(given.supervisor(), "/projects", Map.of("programmeId", programme, "text", text)));
    }

    private Response newIndicator() {
        if (ids("projects").isEmpty()) return null;
        Map<String, Object> body =
                Map.of("projectId", one("projects"), "text", promise(random.nextBoolean() ? "STOCK" : "INCREMENT"));
        return known("indicators", post(given.supervisor(), "/indicators", body));
    }

    private Map<String, Object> promise(String kind) {
        Map<String, Object> text = Given.beds(Given.YEAR);
        text.putAll(Map.of("ordinal", ++number, "code", "1." + number, "name", words("新增床位"), "measureKind", kind));
        return text;
    }

    private Response newEntry() {
        return entry(anyReporter(), one("indicators"), one("periods"));
    }

    private Response entry(String who, String indicator, String period) {
        Map<String, Object> text = Map.of("amount", number, "narrative", words("已完成"));
        Map<String, Object> body = Map.of("indicatorId", indicator, "periodId", period, "text", text);
        return known("progress-entries", post(who, "/progress-entries", body));
    }

    private Response correct() {
        return known("progress-entries", move(anyReporter(), "progress-entries", "correction", correction()));
    }

    private Map<String, Object> correction() {
        return Map.of("text", Map.of("amount", number, "reasonCode", "DOUBLE_COUNTING", "reason", words("重复")));
    }

    private Response newItem() {
        Map<String, Object> text =
                Map.of("name", words("点位"), "finishedOn", Given.month(1 + random.nextInt(9)) + "-11");
        return known("items", post(anyReporter(), "/items", Map.of("indicatorId", one("indicators"), "text", text)));
    }

    private Response order() {
        boolean target = random.nextBoolean();
        Map<String, Object> body = new LinkedHashMap<>(Map.of(
                "subjectType",
                target ? "INDICATOR" : random.nextBoolean() ? "PROJECT" : "INDICATOR",
                "action",
                target ? "CHANGE_TARGET" : random.nextBoolean() ? "PAUSE" : "RESUME",
                "reason",
                words("上级调整"),
                "approvedBy",
                "区人大常委会",
                "documentNumber",
                "〔2026〕" + number + "号",
                "effectiveOn",
                Given.month(7) + "-01"));
        body.put("subjectId", one(body.get("subjectType").equals("PROJECT") ? "projects" : "indicators"));
        if (target) body.putAll(Map.of("newValue", 100 + number, "newPrinted", 100 + number + " 张"));
        return post(given.supervisor(), "/programmes/" + programme + "/change-orders", body);
    }

    private Response nameUnits() {
        return move("sysadmin", "units", "renaming", Map.of("name", words("更名")));
    }

    private Response namePeople() {
        if (ids("projects").isEmpty()) return null;
        return put(
                given.supervisor(), "projects", "people", Map.of("contactPerson", words("王"), "leaderInCharge", "李某"));
    }

    private String anyReporter() {
        return random.nextInt(3) == 0 ? townReporter : reporter;
    }

    private String words(String what) {
        return what + number;
    }
}
