package org.minsheng.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * How a value of a type is written, in bodies, queries and paths alike. Java reads more: short ids, signs, blanks around,
 * digits of other scripts, and each would be a second name of the same thing.
 */
record Written<T>(Pattern form, Function<String, T> reader) {
    private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    private static final Written<Integer> INT = of("-?(0|[1-9][0-9]*)", Integer::valueOf);
    private static final Written<Long> LONG = of("-?(0|[1-9][0-9]*)", Long::valueOf);
    private static final Written<Boolean> TRUTH = of("true|false", Boolean::valueOf);
    static final Written<UUID> ID = of("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", UUID::fromString);
    static final Written<LocalDate> DATE = of(DAY, LocalDate::parse);
    static final Written<Instant> INSTANT = of(
            DAY + "T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})", Instant::parse);

    private static final Map<Class<?>, Written<?>> FORMS = Map.of(
            UUID.class, ID,
            Instant.class, INSTANT,
            LocalDate.class, DATE,
            Integer.class, INT,
            int.class, INT,
            Long.class, LONG,
            long.class, LONG,
            boolean.class, TRUTH,
            Boolean.class, TRUTH);

    private static <T> Written<T> of(String form, Function<String, T> reader) {
        return new Written<>(Pattern.compile(form), reader);
    }

    /** Null for a type that has no form of its own. */
    static Written<?> as(Class<?> type) {
        return FORMS.get(type);
    }

    /** @throws RuntimeException when it is not written so */
    T read(String text) {
        if (!form.matcher(text).matches()) throw new IllegalArgumentException("not in its form");
        return reader.apply(text);
    }
}
