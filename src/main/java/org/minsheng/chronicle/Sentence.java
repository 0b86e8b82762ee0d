package org.minsheng.chronicle;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence with {named} places; a stretch in [brackets] is left out when one of its places has nothing to say. */
record Sentence(String pattern) {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final Pattern OPTION = Pattern.compile("\\[([^\\[\\]]*)]");

    /** What is put in is never read as a pattern itself. */
    String with(Map<String, String> values) {
        StringBuilder sentence = new StringBuilder();
        Matcher option = OPTION.matcher(pattern);
        int told = 0;
        while (option.find()) {
            sentence.append(filled(pattern.substring(told, option.start()), values));
            if (isSaid(option.group(1), values)) sentence.append(filled(option.group(1), values));
            told = option.end();
        }
        return sentence.append(filled(pattern.substring(told), values)).toString();
    }

    private static boolean isSaid(String stretch, Map<String, String> values) {
        return PLACE.matcher(stretch).results().noneMatch(p -> values.getOrDefault(p.group(1), "")
                .isEmpty());
    }

    private static String filled(String stretch, Map<String, String> values) {
        return PLACE.matcher(stretch).replaceAll(p -> Matcher.quoteReplacement(values.getOrDefault(p.group(1), "")));
    }
}
