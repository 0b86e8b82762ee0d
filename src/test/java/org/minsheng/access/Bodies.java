package org.minsheng.access;

import java.util.List;
import java.util.Map;

/** A valid body for each operation that takes an id and a body, so that a refusal is about the id and nothing else. */
final class Bodies {
    private static final Map<String, Object> NONE = Map.of();
    private static final Map<String, Map<String, Object>> BODIES = Map.of(
            "renameUnit", Map.of("name", "新名"),
            "moveUnit", Map.of("parentId", "01900000-0000-7000-8000-000000000000"),
            "replaceUnitGroupMembers", Map.of("members", List.of()),
            "grantRoles", Map.of("roles", List.of("reporter")),
            "storeSource", Map.of("text", "附件"),
            "nameProjectPeople", Map.of("contactPerson", "王某"),
            "setBaseline", Map.of("baseline", 1, "reason", "统计年报"),
            "orderChange",
                    Map.of(
                            "subjectType", "PROJECT",
                            "subjectId", "01900000-0000-7000-8000-000000000000",
                            "action", "PAUSE",
                            "reason", "x",
                            "approvedBy", "x",
                            "documentNumber", "x",
                            "effectiveOn", "2026-07-01"));

    private Bodies() {}

    static Map<String, Object> of(String operation) {
        return BODIES.getOrDefault(operation, NONE);
    }
}
