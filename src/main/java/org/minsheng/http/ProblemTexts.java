package org.minsheng.http;

import java.text.MessageFormat;
import java.util.Set;
import java.util.TreeSet;

/** The sentences of the problems, one bundle a language: {@code code.title} and {@code code.detail}. */
public final class ProblemTexts {
    private static final Texts TEXTS = new Texts("problems");

    private ProblemTexts() {}

    public static String title(String code, int status, Language language) {
        String own = text(code + ".title", language);
        return own != null ? own : text("status." + status + ".title", language);
    }

    public static String detail(String code, Language language, Object... arguments) {
        String pattern = text(code, language);
        if (pattern == null) return null;
        return arguments == null || arguments.length == 0
                ? pattern.replace("''", "'")
                : new MessageFormat(pattern, language.locale()).format(arguments);
    }

    public static boolean knows(String code) {
        return text(code, Language.EN) != null && !code.endsWith(".title") && !code.startsWith("status.");
    }

    public static Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        for (String key : TEXTS.keys(Language.EN)) if (knows(key)) codes.add(key);
        return codes;
    }

    private static String text(String key, Language language) {
        return TEXTS.find(key, language).orElse(null);
    }
}
