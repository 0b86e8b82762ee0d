package org.minsheng.chronicle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.minsheng.chronicle.ToldYear.tells;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minsheng.db.Ids;
import org.minsheng.support.As;
import org.minsheng.support.Covers;
import org.minsheng.support.Given;
import org.minsheng.support.Reports;

/** What a story keeps from whom, and what it no longer knows. */
@QuarkusTest
class ChroniclePrivacyTest {
    @Inject
    AgroalDataSource database;

    @Test
    void the_draft_of_another_unit_is_not_told_until_it_is_approved() {
        ToldYear year = new ToldYear().published();
        String entry = year.reports.submitted(year.reporter, year.beds, Given.month(3), Map.of("amount", 12));
        year.untilToldOf("progress.submitted");
        assertEquals(List.of("progress.drafted", "progress.submitted"), reporting(year, year.reporter));
        assertEquals(List.of(), reporting(year, year.townReporter));
        assertEquals(
                List.of(),
                year.read(year.townReporter, "en", Map.of("phase", "VOTE")).path("items"));

        Reports.move(year.reviewer, entry, "v1", "approval", Map.of()).statusCode(200);
        year.untilToldOf("progress.approved");
        assertEquals(List.of("progress.approved"), reporting(year, year.townReporter));
        Map<String, Map<String, String>> changes = changes(year, year.townReporter);
        assertEquals("12 beds", changes.get("amount").get("to"));
        assertEquals(null, changes.get("status").get("from"), "the submitted entry is not theirs to know");
        assertEquals("Submitted", changes(year, year.reporter).get("status").get("from"));
        assertEquals(1, changes(year, year.reporter).size());
    }

    @Test
    @Covers({"ASVS 14.2.4", "GB/T 22239 8.1.4.11 b"})
    void an_erased_name_is_not_told_and_the_act_still_is() throws SQLException {
        ToldYear year = new ToldYear().published();
        year.people(1, "王敏", "李强");
        year.people(2, "赵静", "李强");
        year.untilToldOf("project.people-named");
        Map<String, Object> line = people(year);
        assertEquals(year.reviewer, line.get("who"));
        assertEquals(List.of(change("王敏", "赵静")), line.get("changes"), "only one of the two is another person");

        erase(year, 2, "/state/contactPerson");
        assertEquals(List.of(), people(year).get("changes"), "who knows whether it was another");
        erase(year, 2, "/actor/name");
        line = people(year);
        assertTrue(line.containsKey("who"));
        assertEquals(null, line.get("who"));
        assertEquals("区民政局", line.get("unitName"));
        assertEquals("区民政局 named who answers for the project “优化养老服务”, leader in charge: 李强", line.get("sentence"));
        erase(year, 1, "/state/contactPerson");
        line = year.read(
                        year.given.supervisor(),
                        "zh-CN",
                        Map.of("phase", "PLAN", "unit", year.given.bureau(), "limit", "200"))
                .path("items.find { it.action == 'project.people-named' }");
        Map<String, Object> contact = new LinkedHashMap<>();
        contact.put("field", "contactPerson");
        contact.put("label", "联络员");
        contact.put("from", null);
        contact.put("to", "已更改");
        assertEquals(contact, ((List<?>) line.get("changes")).get(0));
    }

    @Test
    void a_unit_renamed_later_acted_under_the_name_it_had() {
        ToldYear year = new ToldYear().published().planned();
        As.json(
                        "sysadmin",
                        Map.of(
                                "name",
                                "区民政和养老局",
                                "validFrom",
                                java.time.LocalDate.now(org.minsheng.time.Time.CHINA)
                                        .plusDays(1)
                                        .toString()))
                .header("If-Match", "\"v0\"")
                .post("/api/v1/units/" + year.given.bureau() + "/renaming")
                .then()
                .statusCode(200);
        year.untilToldOf("project.people-named");
        tells(year.sentences("zh-CN"), "区民政局分解指标“新增护理型床位数”任务：区民政局 60 张、东关街道 40 张");
        assertFalse(year.sentences("zh-CN").stream().anyMatch(s -> s.contains("养老局")));
    }

    private static List<String> reporting(ToldYear year, String who) {
        return year.read(who, "en", Map.of("phase", "REPORTING")).path("items.action");
    }

    private static Map<String, Map<String, String>> changes(ToldYear year, String who) {
        List<Map<String, String>> changes = year.read(who, "en", Map.of("phase", "REPORTING", "sort", "-at"))
                .path("items[0].changes");
        Map<String, Map<String, String>> byField = new LinkedHashMap<>();
        changes.forEach(c -> byField.put(c.get("field"), c));
        return byField;
    }

    private static Map<String, Object> people(ToldYear year) {
        return year.read(year.given.supervisor(), "en", Map.of("sort", "-at", "limit", "1"))
                .path("items[0]");
    }

    private static Map<String, Object> change(String from, String to) {
        return Map.of("field", "contactPerson", "label", "Contact", "from", from, "to", to);
    }

    /** As the law asks: value and salt go, the digest stays. */
    private void erase(ToldYear year, int version, String path) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement erasure = connection.prepareStatement("""
                        delete p from ledger_private p join ledger_event e on e.event_id = p.event_id
                        where e.subject_type = 'project' and e.subject_id = ? and e.action = 'project.people-named'
                          and e.subject_version = ? and p.path = ?""")) {
            erasure.setBytes(1, Ids.bytes(UUID.fromString(year.project)));
            erasure.setInt(2, version + 1);
            erasure.setString(3, path);
            assertEquals(1, erasure.executeUpdate());
        }
    }
}
