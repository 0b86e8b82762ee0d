package org.minsheng.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a parameter of a type looks like; the framework reads it afterwards. */
final class ParameterForm {
    private static final Map<Class<?>, String> EXAMPLES = Map.of(
            UUID.class, "0197f2d4-7c1e-7e0a-9a55-3a1f6d2b8c01",
            Instant.class, "2026-06-30T08:00:00Z",
            LocalDate.class, "2026-06-30",
            Integer.class, "50",
            int.class, "50",
            Long.class, "1042",
            long.class, "1042",
            boolean.class, "true, false",
            Boolean.class, "true, false");

    private ParameterForm() {}

    static boolean fits(String value, Class<?> type) {
        if (type.isEnum())
            return Arrays.stream(type.getEnumConstants())
                    .anyMatch(c -> ((Enum<?>) c).name().equals(value));
        Written<?> written = Written.as(type);
        if (written == null) return true;
        try {
            return written.read(value) != null;
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
}
