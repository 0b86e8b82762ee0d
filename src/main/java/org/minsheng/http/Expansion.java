package org.minsheng.http;

import java.util.LinkedHashSet;
import java.util.Set;

/** The relations a caller wants in the same answer: a short list of names, depth 1. */
public final class Expansion {
    private Expansion() {}

    public static Set<String> of(String expand, Set<String> allowed) {
        Set<String> wanted = new LinkedHashSet<>();
        if (expand == null || expand.isBlank()) return wanted;
        for (String name : expand.split(",")) {
            if (!allowed.contains(name.strip()))
                throw Refusal.badParameter(
                        "expand", "request.unknown-expansion", name.strip(), String.join(", ", allowed));
            wanted.add(name.strip());
        }
        return wanted;
    }
}
