package org.minsheng.db;

/** Timeouts that stand in a JDBC URL: they win over whatever a login says, so they are changed there. */
final class UrlTimeouts {
    private UrlTimeouts() {}

    /** Those of these names that are there; what the URL does not say stays unsaid. */
    static String set(String url, int value, String... names) {
        return url.replaceAll("\\b(" + String.join("|", names) + ")=\\d+", "$1=" + value);
    }
}
