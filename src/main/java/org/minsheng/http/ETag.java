package org.minsheng.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Entity tags: {@code "v7"} for a resource in its 7th version, {@code "v7.31"} where the answer also shows related
 * things (31 changes with them). If-Match looks only at the resource's own version.
 */
public final class ETag {
    private static final Pattern TAG = Pattern.compile("\\s*(?:W/)?\"v(\\d{1,9})(?:\\.\\w+)?\"\\s*");

    private ETag() {}

    public static String of(int version) {
        return "\"v" + version + "\"";
    }

    public static String of(int version, long related) {
        return "\"v" + version + "." + related + "\"";
    }

    /** Refuses with 428 without If-Match, with 412 when it names another version than {@code current}. */
    public static void require(String ifMatch, int current) {
        if (ifMatch == null || ifMatch.isBlank()) throw Refusal.missingPrecondition();
        for (String one : ifMatch.split(",")) {
            Matcher tag = TAG.matcher(one);
            if (tag.matches() && Integer.parseInt(tag.group(1)) == current) return;
        }
        throw Refusal.stale(of(current));
    }

    /** Whether If-None-Match names this tag: then the answer is 304. */
    public static boolean matches(String ifNoneMatch, String current) {
        if (ifNoneMatch == null || current == null) return false;
        if (ifNoneMatch.strip().equals("*")) return true;
        for (String one : ifNoneMatch.split(",")) {
            String tag = one.strip();
            if ((tag.startsWith("W/") ? tag.substring(2) : tag).equals(current)) return true;
        }
        return false;
    }
}
