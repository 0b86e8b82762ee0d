package org.minsheng.access;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/** A valid body for each operation that takes an id and a body, so that a refusal is about the id and nothing else. */
final class Bodies {
    private static final Map<String, Object> NONE = Map.of();
    private static final Map<String, Map<String, Object>> BODIES = Map.ofEntries(
            entry("setTrajectory", Map.of("points", List.of())),
            entry("setThresholds", Map.of("ahead", 5, "behind", -10, "seriously", -30)),
            entry("rateIndicator", Map.of("light", "YELLOW", "reason", "x", "expiresOn", "2100-01-01")),
            entry("rateProject", Map.of("light", "YELLOW", "reason", "x", "expiresOn", "2100-01-01")),
            entry("setItemKeeping", Map.of("keptBy", "COUNT")),
            entry("rejectItem", Map.of("reason", "x")),
            entry("setAllocations", Map.of("items", List.of())),
            entry("openPeriods", Map.of("cadence", "MONTH", "dueDays", 5)),
            entry(
                    "extendPeriod",
                    Map.of("unitId", "01900000-0000-7000-8000-000000000000", "until", "2100-01-01", "reason", "x")),
            entry("correctProgressEntry", Map.of("text", Map.of("reasonCode", "OTHER", "reason", "x"))),
            entry("submitProgressEntry", Map.of("confirmWarnings", true)),
            entry("returnProgressEntry", Map.of("reason", "x")),
            entry("renameUnit", Map.of("name", "新名")),
            entry("moveUnit", Map.of("parentId", "01900000-0000-7000-8000-000000000000")),
            entry("replaceUnitGroupMembers", Map.of("members", List.of())),
            entry("grantScopes", Map.of("scopes", List.of("client:read"))),
            entry("bindOutsideIdentity", Map.of("subject", "f3a1c2d4")),
            entry("grantRoles", Map.of("roles", List.of("reporter"))),
            entry("storeSource", Map.of("text", "附件")),
            entry("nameProjectPeople", Map.of("contactPerson", "王某")),
            entry("setBaseline", Map.of("baseline", 1, "reason", "统计年报")),
            entry(
                    "orderChange",
                    Map.of(
                            "subjectType", "PROJECT",
                            "subjectId", "01900000-0000-7000-8000-000000000000",
                            "action", "PAUSE",
                            "reason", "x",
                            "approvedBy", "x",
                            "documentNumber", "x",
                            "effectiveOn", "2026-07-01")));

    private Bodies() {}

    static Map<String, Object> of(String operation) {
        return BODIES.getOrDefault(operation, NONE);
    }
}
