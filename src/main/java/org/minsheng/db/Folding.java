package org.minsheng.db;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Folds text for search: width, case, traditional and variant characters, LaTeX ≥, white space. Idempotent. */
public final class Folding {
    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern LATEX = Pattern.compile("\\$\\\\(geq|leq)\\s*(.*?)\\$");

    private Folding() {}

    public static String fold(String text) {
        if (text == null) return null;
        String plain = LATEX.matcher(text)
                .replaceAll(m -> (m.group(1).equals("geq") ? "≥" : "≤")
                        + java.util.regex.Matcher.quoteReplacement(m.group(2).replace("\\%", "%")));
        String narrow = Normalizer.normalize(plain, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return SPACE.matcher(simple(narrow)).replaceAll("");
    }

    /** Some characters reach their simple form by way of another one: 薴, 苧, 苎. */
    private static String simple(String text) {
        // 兗 is a variant of 兖 that the traditional-simplified table does not know
        String simpler = SIMPLIFIED.transliterate(text).replace('兗', '兖');
        return simpler.equals(text) ? text : simple(simpler);
    }

    /** A LIKE pattern, escaped by {@code !}, for text that contains {@code wanted}; null stays null. */
    public static String like(String wanted) {
        if (wanted == null) return null;
        return "%" + fold(wanted).replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
