package org.minsheng.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.minsheng.db.Collation;

/** A list that no query can page, by the rules of {@link Keyset}: the same filters, order and cursors, in memory. */
public final class Listed<R> {
    /** What a list is sorted by: names as the database compares them, everything else by its value. */
    public record Key<R>(String name, Class<?> type, Function<R, ?> of, boolean isName) {
        public static <R> Key<R> name(String name, Function<R, String> of) {
            return new Key<>(name, String.class, of, true);
        }

        public static <R, V> Key<R> value(String name, Class<V> type, Function<R, V> of) {
            return new Key<>(name, type, of, false);
        }

        @SuppressWarnings({"unchecked", "rawtypes"})
        private int compare(Object one, Object other) {
            if (isName) return Collation.compare((String) one, (String) other);
            // as bytes, and not as the signed numbers of Java
            if (type == UUID.class) return one.toString().compareTo(other.toString());
            return ((Comparable) one).compareTo(other);
        }
    }

    private final String name;
    private final List<Object> bound = new ArrayList<>();
    private final List<Key<R>> allowed = new ArrayList<>();
    private List<R> rows;
    private String usual;
    private Key<R> tieBreak;

    private Listed(String name, Instant at, List<R> rows) {
        this.name = name;
        this.rows = rows;
        bound.add(at);
    }

    /** @param at the instant that the rows are of; a cursor leads on at the same one only */
    public static <R> Listed<R> of(String name, Instant at, Collection<R> rows) {
        return new Listed<>(name, at, List.copyOf(rows));
    }

    /** The order people expect, in the syntax of {@code sort}, and the id that makes it total. */
    @SafeVarargs
    public final Listed<R> sorted(String wanted, Function<R, UUID> id, Key<R>... keys) {
        usual = wanted;
        tieBreak = Key.value("id", UUID.class, id);
        allowed.addAll(Arrays.asList(keys));
        return this;
    }

    /** Keeps what fulfils the condition, only when the caller gave the filter. */
    public Listed<R> given(Object value, Predicate<R> condition) {
        bound.add(value);
        if (value != null) rows = rows.stream().filter(condition).toList();
        return this;
    }

    public Page<R> read(Paging paging, CursorSeal seal) {
        List<Order> orders =
                Order.of(paging.sort(), usual, allowed.stream().map(Key::name).toList(), tieBreak.name);
        String binding = name + "|past|" + orders + '|' + bound;
        Comparator<List<?>> order = (one, other) -> compare(orders, one, other);
        List<R> sorted = rows.stream()
                .sorted(Comparator.comparing(row -> values(orders, row), order))
                .toList();
        if (paging.cursor() != null) {
            List<?> last = opened(orders, seal.open(binding, paging.cursor()));
            sorted = sorted.stream()
                    .filter(row -> order.compare(values(orders, row), last) > 0)
                    .toList();
        }
        boolean more = sorted.size() > paging.limit();
        List<R> shown = more ? sorted.subList(0, paging.limit()) : sorted;
        String next = more ? seal.seal(binding, said(values(orders, shown.get(shown.size() - 1)))) : null;
        return Page.of(shown, next, shown.size(), paging.count() ? (long) rows.size() : null);
    }

    private int compare(List<Order> orders, List<?> one, List<?> other) {
        for (int i = 0; i < orders.size(); i++) {
            int compared = key(orders.get(i)).compare(one.get(i), other.get(i));
            if (compared != 0) return orders.get(i).descending() ? Integer.compare(0, compared) : compared;
        }
        return 0;
    }

    private List<Object> opened(List<Order> orders, List<String> values) {
        if (values.size() != orders.size()) throw Refusal.badParameter("cursor", "request.cursor-invalid");
        List<Object> opened = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) opened.add(SortKey.parse(values.get(i), key(orders.get(i)).type));
        return opened;
    }

    private List<Object> values(List<Order> orders, R row) {
        List<Object> values = new ArrayList<>(orders.size());
        for (Order order : orders) values.add(key(order).of.apply(row));
        return values;
    }

    private static List<String> said(List<?> values) {
        return values.stream().map(Object::toString).toList();
    }

    private Key<R> key(Order order) {
        return allowed.stream()
                .filter(k -> k.name.equals(order.key()))
                .findFirst()
                .orElse(tieBreak);
    }
}
