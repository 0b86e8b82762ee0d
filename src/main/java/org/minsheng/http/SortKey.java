package org.minsheng.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** One allowed sort key of a list: the name clients use, the (never null) HQL expression behind it, its type. */
public record SortKey(String name, String hql, Class<?> type) {
    public static SortKey of(String name, String hql, Class<?> type) {
        return new SortKey(name, hql, type);
    }

    Object parse(String text) {
        return parse(text, type);
    }

    static Object parse(String text, Class<?> type) {
        if (text == null) return null;
        if (type == Integer.class) return Integer.valueOf(text);
        if (type == Long.class) return Long.valueOf(text);
        if (type == UUID.class) return UUID.fromString(text);
        if (type == Instant.class) return Instant.parse(text);
        if (type == LocalDate.class) return LocalDate.parse(text);
        return text;
    }
}
