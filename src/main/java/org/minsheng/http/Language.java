package org.minsheng.http;

import java.util.List;
import java.util.Locale;

/** The two languages of people-facing text; Chinese unless the caller prefers English (RFC 9110, 12.5.4). */
public enum Language {
    ZH("zh-CN"),
    EN("en");

    private static final List<String> OFFERED = List.of("zh-CN", "zh", "en");
    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    public String tag() {
        return tag;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    public static Language of(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > 200) return ZH;
        try {
            String best = Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), OFFERED);
            return "en".equals(best) ? EN : ZH;
        } catch (IllegalArgumentException malformed) {
            return ZH;
        }
    }
}
