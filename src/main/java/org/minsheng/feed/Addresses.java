package org.minsheng.feed;

import java.util.Map;
import java.util.UUID;

/** Where things are read that have an address of their own. */
final class Addresses {
    private static final Map<String, String> BY_ID = Map.ofEntries(
            Map.entry("account", "accounts"),
            Map.entry("client", "clients"),
            Map.entry("evidence", "evidence"),
            Map.entry("indicator", "indicators"),
            Map.entry("item", "items"),
            Map.entry("period", "periods"),
            Map.entry("programme", "programmes"),
            Map.entry("progress-entry", "progress-entries"),
            Map.entry("project", "projects"),
            Map.entry("unit", "units"),
            Map.entry("unit-group", "unit-groups"));
    private static final Map<String, String> OF_PROGRAMME =
            Map.of("change-order", "change-orders", "source-document", "source", "status-limits", "thresholds");

    private Addresses() {}

    /** Null for what is only read as part of something else. */
    static String of(String type, UUID id, UUID programme) {
        if (BY_ID.containsKey(type)) return "/api/v1/" + BY_ID.get(type) + "/" + id;
        if (OF_PROGRAMME.containsKey(type) && programme != null)
            return "/api/v1/programmes/" + programme + "/" + OF_PROGRAMME.get(type);
        return null;
    }
}
