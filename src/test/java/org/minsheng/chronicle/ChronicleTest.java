package org.minsheng.chronicle;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.minsheng.chronicle.ToldYear.tells;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;
import org.minsheng.support.Covers;
import org.minsheng.support.Given;

/** The story of a project's year, as officials read it. */
@QuarkusTest
class ChronicleTest {
    @Test
    void a_year_is_told_in_chinese() {
        List<String> story = wholeYear().sentences("zh-CN");
        int year = Given.YEAR;
        tells(story, "督查室拟订“民生实事”");
        tells(story, "督查室拟订项目“优化养老服务”，牵头单位：区民政局，协办单位：东关街道");
        tells(story, "督查室拟订指标 1.1“新增护理型床位数”，目标 100 张，完成期限 " + year + "年12月31日");
        tells(story, "督查室印发“民生实事”（" + ToldYear.NUMBER + "），经区人大第五次会议票决通过，项目和指标自此冻结");
        tells(story, "督查室随印发冻结指标 1.1“新增护理型床位数”，目标 100 张，完成期限 " + year + "年12月31日");
        tells(story, "督查室开放 " + year + "-03 报告期，填报截止 " + year + "年4月5日");
        tells(story, "区民政局分解指标“新增护理型床位数”任务：区民政局 60 张、东关街道 40 张");
        tells(story, "区民政局设定指标“新增护理型床位数”序时进度：" + year + "年6月30日 40%");
        tells(story, "区民政局明确项目“优化养老服务”责任人，分管领导：李强，联络员：王敏");
        tells(story, "区民政局起草 " + year + "-03 进展：“新增护理型床位数”本期 12 张");
        tells(story, "区民政局上报 " + year + "-03 进展：“新增护理型床位数”本期 12 张");
        tells(story, "区民政局退回区民政局 " + year + "-03 进展“新增护理型床位数”，理由：请附验收材料");
        tells(story, "区民政局为 " + year + "-03 进展“新增护理型床位数”上传佐证材料“验收单.pdf”");
        tells(story, "区民政局审核通过区民政局 " + year + "-03 进展：“新增护理型床位数”本期 12 张");
        tells(story, "区民政局起草 " + year + "-03 更正：“新增护理型床位数”本期 10 张，更正原因：重复计算，两张床位重复统计");
        tells(story, "区民政局 " + year + "-03 原报“新增护理型床位数”本期 12 张，已被更正，理由：两张床位重复统计");
        tells(story, "区民政局审核通过区民政局 " + year + "-03 更正：“新增护理型床位数”本期 10 张");
        tells(story, "区民政局上报 " + year + "-06 进展：“服务满意率”930/1000（93%）");
        tells(story, "东关街道登记点位“康养中心一期”（“新增护理型床位数”），10 张，" + year + "年3月20日完工");
        tells(story, "区民政局验收通过东关街道点位“康养中心一期”（“新增护理型床位数”），计 10 张");
        tells(story, "区民政局验收未通过东关街道点位“康养中心二期”（“新增护理型床位数”），理由：设备未到位");
        String until = new Words(org.minsheng.http.Language.ZH).day(ToldYear.expiry());
        tells(story, "督查室对项目“优化养老服务”评为黄灯，有效期至 " + until + "，理由：进度偏慢");
        tells(story, "督查室设定预警界限：超序时 5 个百分点、慢序时 -8 个百分点、严重滞后 -25 个百分点");
        tells(story, "指标“新增护理型床位数”按变更执行：目标 120 张，状态“正常”");
        tells(
                story,
                "督查室将指标“新增护理型床位数”目标由 100 张调整为 120 张，自" + year + "年7月15日起执行，理由：上级下达任务调整，区人大常委会批准（济兗人发〔" + year + "〕9号）");
        tells(story, "督查室关闭 " + year + "-03 报告期，此后只接受更正");
        tells(story, "督查室准许东关街道补报 " + year + "-03 进展，截止 " + until + "，理由：系统故障");
    }

    @Test
    void and_in_english() {
        List<String> story = wholeYear().sentences("en");
        int year = Given.YEAR;
        tells(story, "督查室 drafted the project “优化养老服务”, led by 区民政局, with 东关街道");
        tells(
                story,
                "督查室 published “民生实事” (" + ToldYear.NUMBER
                        + "), adopted by 区人大第五次会议; projects and indicators are frozen");
        tells(story, "督查室 froze indicator 1.1 “新增护理型床位数” by publication, target 100 beds, due " + year + "-12-31");
        tells(story, "督查室 opened the period " + year + "-03, reports due by " + year + "-04-05");
        tells(story, "区民政局 split the target of “新增护理型床位数”: 区民政局 60 beds, 东关街道 40 beds");
        tells(story, "区民政局 set the trajectory of “新增护理型床位数”: " + year + "-06-30 40%");
        tells(story, "区民政局 drafted progress for " + year + "-03: “新增护理型床位数” 12 beds this period");
        tells(story, "区民政局 submitted progress for " + year + "-06: “服务满意率” 930/1000 (93%)");
        tells(story, "区民政局 returned the progress of 区民政局 for " + year + "-03 on “新增护理型床位数”: 请附验收材料");
        tells(story, "区民政局 approved the progress of 区民政局 for " + year + "-03: “新增护理型床位数” 12 beds this period");
        tells(
                story,
                "区民政局 drafted a correction for " + year
                        + "-03: “新增护理型床位数” 10 beds this period; Double counting: 两张床位重复统计");
        tells(
                story,
                "What 区民政局 had reported for " + year
                        + "-03, “新增护理型床位数” 12 beds this period, was superseded by a correction: 两张床位重复统计");
        tells(story, "区民政局 attached “验收单.pdf” as evidence of its progress for " + year + "-03 on “新增护理型床位数”");
        tells(story, "东关街道 registered the item “康养中心一期” (“新增护理型床位数”), 10 beds, finished on " + year + "-03-20");
        tells(story, "区民政局 accepted the item “康养中心一期” of 东关街道 (“新增护理型床位数”), counting 10 beds");
        tells(story, "区民政局 rejected the item “康养中心二期” of 东关街道 (“新增护理型床位数”): 设备未到位");
        tells(story, "督查室 rated the project “优化养老服务” Yellow until " + ToldYear.expiry() + ": 进度偏慢");
        tells(
                story,
                "督查室 changed the target of “新增护理型床位数” from 100 beds to 120 beds from " + year
                        + "-07-15: 上级下达任务调整; approved by 区人大常委会 (济兗人发〔" + year + "〕9号)");
        tells(story, "督查室 closed the period " + year + "-03; from now on it takes corrections only");
        tells(story, "督查室 let 东关街道 report for " + year + "-03 until " + ToldYear.expiry() + ": 系统故障");
        assertFalse(story.stream().anyMatch(s -> s.contains("{") || s.contains("“”") || s.contains("null")));
    }

    @Test
    @Covers({"ASVS 16.2.1", "GB/T 22239 8.1.4.3 b"})
    void a_line_says_who_when_from_what_to_what_and_by_which_document() {
        ToldYear year = new ToldYear().published().ordered().untilToldOf("change-order.applied");
        Map<String, Object> line = year.read(
                        year.given.supervisor(), "zh-CN", Map.of("phase", "CHANGE", "sort", "-at", "limit", "1"))
                .path("items[0]");
        assertEquals("CHANGE", line.get("phase"));
        assertEquals("变更", line.get("phaseLabel"));
        assertEquals("下达变更", line.get("actionLabel"));
        assertEquals(year.given.supervisor(), line.get("who"));
        assertEquals("督查室", line.get("unitName"));
        assertEquals("上级下达任务调整", line.get("reason"));
        assertEquals("济兗人发〔" + Given.YEAR + "〕9号", line.get("documentNumber"));
        assertEquals("区人大常委会", line.get("approvedBy"));
        assertEquals(false, line.get("demonstration"));
        assertEquals(change("target", "目标", "100 张", "120 张"), ((List<?>) line.get("changes")).get(0));
        Map<String, Object> indicator = year.read(
                        year.given.supervisor(), "en", Map.of("phase", "CHANGE", "limit", "1"))
                .path("items[0]");
        assertEquals(List.of(change("target", "Target", "100 beds", "120 beds")), indicator.get("changes"));
    }

    @Test
    void filters_leave_a_stage_a_promise_a_unit_or_a_time() {
        ToldYear year = new ToldYear().published().reported().ordered().untilToldOf("change-order.applied");
        String supervisor = year.given.supervisor();
        for (Phase phase : Phase.values()) {
            List<String> actions = year.read(supervisor, "en", Map.of("phase", phase.name(), "limit", "200"))
                    .path("items.action");
            actions.forEach(a -> assertEquals(phase, Phase.of(a).orElseThrow()));
        }
        List<String> satisfied =
                year.read(supervisor, "en", Map.of("indicator", year.satisfied)).path("items.action");
        assertEquals(
                List.of(
                        "indicator.created",
                        "indicator.frozen",
                        "progress.drafted",
                        "progress.submitted",
                        "progress.approved"),
                satisfied);
        List<String> beds =
                year.read(supervisor, "en", Map.of("indicator", year.beds)).path("items.action");
        assertEquals(
                Set.of(
                        "indicator.created",
                        "indicator.frozen",
                        "progress.drafted",
                        "progress.submitted",
                        "progress.returned",
                        "evidence.attached",
                        "progress.approved",
                        "progress.correction-drafted",
                        "progress.superseded",
                        "indicator.changed-by-order",
                        "change-order.applied"),
                new HashSet<>(beds));
        List<String> bureau = year.read(
                        supervisor, "en", Map.of("unit", year.given.bureau(), "phase", "REPORTING", "limit", "200"))
                .path("items.action");
        assertEquals(13, bureau.size());
        String submitted =
                year.read(supervisor, "en", Map.of("phase", "REPORTING")).path("items[1].at");
        List<String> since = year.read(supervisor, "en", Map.of("from", submitted, "limit", "200"))
                .path("items.action");
        assertEquals("progress.submitted", since.get(0));
        List<String> until = year.read(supervisor, "en", Map.of("to", submitted, "limit", "200"))
                .path("items.action");
        assertEquals("progress.drafted", until.get(until.size() - 1));
    }

    @Test
    void pages_make_the_whole_in_either_order() {
        ToldYear year = new ToldYear().published().planned().untilToldOf("project.people-named");
        List<Integer> whole =
                year.read(year.given.supervisor(), "en", Map.of("limit", "200")).path("items.index");
        assertEquals(whole, paged(year, "at"));
        List<Integer> newest = new ArrayList<>(paged(year, "-at"));
        java.util.Collections.reverse(newest);
        assertEquals(whole, newest);
    }

    private static List<Integer> paged(ToldYear year, String sort) {
        List<Integer> read = new ArrayList<>();
        String next = null;
        do {
            Map<String, String> query = new java.util.HashMap<>(Map.of("limit", "7", "sort", sort));
            if (next != null) query.put("cursor", next);
            var page = year.read(year.given.supervisor(), "en", query);
            read.addAll(page.path("items.index"));
            next = page.path("page.next");
        } while (next != null);
        return read;
    }

    @Test
    @Covers("ASVS 8.4.1")
    void another_district_is_told_nothing_and_an_unknown_stage_is_refused() {
        ToldYear year = new ToldYear().published();
        String path = "/api/v1/projects/" + year.project + "/ledger";
        As.person(Given.district().supervisor()).get(path).then().statusCode(404);
        As.nobody().get(path).then().statusCode(401);
        As.person(year.given.supervisor())
                .queryParam("phase", "NEVER")
                .get(path)
                .then()
                .statusCode(400);
        As.person(year.given.supervisor())
                .queryParam("from", "2026-02-01T00:00:00Z")
                .queryParam("to", "2026-01-01T00:00:00Z")
                .get(path)
                .then()
                .statusCode(400);
    }

    @Test
    void two_things_with_one_id_are_told_each_as_what_it_is() {
        ToldYear year = new ToldYear();
        Map<String, Object> promise = Given.beds(Given.YEAR);
        promise.putAll(Map.of("ordinal", 3, "code", "1.3", "name", "同号指标"));
        ToldYear.post(
                year.given.supervisor(),
                "indicators",
                Map.of("id", year.project, "projectId", year.project, "text", promise));
        List<String> story = year.untilToldOf("indicator.created").sentences("zh-CN");
        tells(story, "督查室拟订项目“优化养老服务”，牵头单位：区民政局，协办单位：东关街道");
        tells(story, "督查室拟订指标 1.3“同号指标”，目标 100 张，完成期限 " + Given.YEAR + "年12月31日");
    }

    @Test
    void what_the_system_imported_is_told_as_its_act() {
        String project = As.person("ducha")
                .queryParam("q", "优化养老服务供给")
                .get("/api/v1/projects")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
        As.person("ducha", "zh-CN")
                .queryParam("phase", "VOTE")
                .get("/api/v1/projects/" + project + "/ledger")
                .then()
                .statusCode(200)
                .body("items.who", everyItem(equalTo("系统")))
                .body("items.unitName", everyItem(nullValue()))
                .body("items.sentence", hasItem("系统导入项目“优化养老服务供给”，牵头单位：区民政局、区医保局，协办单位：各镇街"))
                .body("items.sentence", hasItem("系统导入指标 2.4“新增护理型床位数”，目标 100 张，完成期限 2026年12月31日"));
    }

    private static Map<String, Object> change(String field, String label, String from, String to) {
        return Map.of("field", field, "label", label, "from", from, "to", to);
    }

    private static ToldYear wholeYear() {
        return new ToldYear()
                .published()
                .planned()
                .reported()
                .countedByItems()
                .supervised()
                .ordered()
                .closed()
                .untilToldOf("period.extended");
    }
}
