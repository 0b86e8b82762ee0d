package org.minsheng.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a query parameter of a type looks like; the framework reads it afterwards. */
final class ParameterForm {
    private static final Map<Class<?>, Function<String, ?>> READERS = Map.of(
            UUID.class, ParameterForm::uuid,
            Instant.class, Instant::parse,
            LocalDate.class, LocalDate::parse,
            Integer.class, Integer::valueOf,
            int.class, Integer::valueOf,
            Long.class, Long::valueOf,
            boolean.class, ParameterForm::truth,
            Boolean.class, ParameterForm::truth);
    private static final Map<Class<?>, String> EXAMPLES = Map.of(
            UUID.class, "0197f2d4-7c1e-7e0a-9a55-3a1f6d2b8c01",
            Instant.class, "2026-06-30T08:00:00Z",
            LocalDate.class, "2026-06-30",
            Integer.class, "50",
            int.class, "50",
            Long.class, "1042",
            boolean.class, "true, false",
            Boolean.class, "true, false");

    private ParameterForm() {}

    static boolean fits(String value, Class<?> type) {
        if (type.isEnum())
            return Arrays.stream(type.getEnumConstants())
                    .anyMatch(c -> ((Enum<?>) c).name().equals(value));
        Function<String, ?> reader = READERS.get(type);
        if (reader == null) return true;
        try {
            return reader.apply(value) != null;
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    /** An example, or all values of an enumeration. */
    static String said(Class<?> type) {
        if (!type.isEnum()) return EXAMPLES.get(type);
        return Arrays.stream(type.getEnumConstants())
                .map(c -> ((Enum<?>) c).name())
                .collect(Collectors.joining(", "));
    }

    /** The short forms that Java reads too are nobody's id. */
    private static UUID uuid(String value) {
        return value.length() == 36 ? UUID.fromString(value) : null;
    }

    private static Boolean truth(String value) {
        return value.equals("true") || value.equals("false") ? Boolean.valueOf(value) : null;
    }
}
