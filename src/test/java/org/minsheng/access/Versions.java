package org.minsheng.access;

import java.util.Arrays;
import java.util.Map;
import org.minsheng.support.Wire;

/** The tags that If-Match needs. */
final class Versions {
    private Versions() {}

    /** Of the thing in a path, as its reader sees it now; the first of all where there is none. */
    static String of(String path, String who) {
        String[] steps = path.split("/");
        String thing = String.join("/", Arrays.copyOf(steps, Math.min(5, steps.length)));
        String tag = Wire.ask("GET", thing, who, Map.of(), null).header("ETag");
        return tag == null || !tag.startsWith("\"v") ? "\"v0\"" : tag;
    }
}
