package org.minsheng.http;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.StringJoiner;
import org.hibernate.query.Query;
import org.minsheng.db.PortableMySQLDialect;

/**
 * A list read by keyset: the cost of a page does not grow with its depth. Conditions are constant HQL with named
 * parameters and sort keys come from an allow-list, so no text of a caller ever becomes part of a query.
 *
 * <p>{@code from} is the HQL from its FROM on, {@code row} the record expression, e.g. {@code new a.b.Row(u.id, u.name)}.
 */
public final class Keyset<R> {
    private static final int AT_ONCE = 2000;

    private final String name;
    private final String from;
    private final String row;
    private final List<SortKey> allowed = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private boolean walking;
    private String usual;
    private SortKey tieBreak;

    private Keyset(String name, String from, String row) {
        this.name = name;
        this.from = from;
        this.row = row;
    }

    public static <R> Keyset<R> of(String name, Class<R> type, String from, String row) {
        return new Keyset<>(name, from, row);
    }

    /** The order people expect, in the syntax of {@code sort}, and the id expression that makes it total. */
    public Keyset<R> sorted(String usual, String idHql, SortKey... keys) {
        this.usual = usual;
        this.tieBreak = SortKey.of("id", idHql, java.util.UUID.class);
        this.allowed.addAll(Arrays.asList(keys));
        return this;
    }

    /** An order that is total by itself. */
    public Keyset<R> sorted(String usual, SortKey total) {
        this.usual = usual;
        this.tieBreak = total;
        this.allowed.add(total);
        return this;
    }

    public Keyset<R> with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    public Keyset<R> where(String condition, Object... namesAndValues) {
        conditions.add(condition);
        for (int i = 0; i < namesAndValues.length; i += 2)
            parameters.put((String) namesAndValues[i], namesAndValues[i + 1]);
        return this;
    }

    /** Adds the condition only when the caller gave the filter. */
    public Keyset<R> given(Object value, String condition, String parameter) {
        return value == null ? this : where(condition, parameter, value);
    }

    /**
     * Where an index of the first table gives the order: it is walked from the cursor on. Left to itself the optimizer may
     * begin with a small table, read everything and sort it.
     */
    public Keyset<R> walking(boolean ordered) {
        walking = ordered;
        return this;
    }

    @SuppressWarnings("unchecked")
    public Page<R> read(EntityManager database, Paging paging, CursorSeal seal) {
        List<Order> orders = orders(paging.sort());
        String binding = name + '|' + orders + '|' + parameters;
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        Long total = paging.count() ? total(database, where) : null;
        Map<String, Object> all = new LinkedHashMap<>(parameters);
        if (paging.cursor() != null)
            where += (where.isEmpty() ? " where " : " and ") + after(orders, seal.open(binding, paging.cursor()), all);
        StringJoiner select = new StringJoiner(", ", "select ", ", " + row);
        StringJoiner orderBy = new StringJoiner(", ", " order by ", "");
        for (Order order : orders) {
            select.add(key(order).hql());
            orderBy.add(key(order).hql() + (order.descending() ? " desc" : ""));
        }
        TypedQuery<Object[]> query = database.createQuery(select + " " + from + where + orderBy, Object[].class);
        if (walking) query.unwrap(Query.class).addQueryHint(PortableMySQLDialect.IN_ORDER);
        all.forEach(query::setParameter);
        List<Object[]> found = query.setMaxResults(paging.limit() + 1).getResultList();
        boolean more = found.size() > paging.limit();
        List<Object[]> shown = more ? found.subList(0, paging.limit()) : found;
        String next = more ? seal.seal(binding, keys(shown.get(shown.size() - 1), orders.size())) : null;
        return Page.of(shown.stream().map(r -> (R) r[r.length - 1]).toList(), next, shown.size(), total);
    }

    /** Every row in the usual order, one page after the other as they are asked for. */
    public Iterable<R> all(EntityManager database, CursorSeal seal) {
        return () -> new Iterator<>() {
            private Iterator<R> page = List.<R>of().iterator();
            private String next = "";

            @Override
            public boolean hasNext() {
                if (!page.hasNext() && next != null) {
                    Page<R> read =
                            read(database, new Paging(AT_ONCE, next.isEmpty() ? null : next, false, null, null), seal);
                    page = read.items().iterator();
                    next = read.page().next();
                }
                return page.hasNext();
            }

            @Override
            public R next() {
                if (!hasNext()) throw new NoSuchElementException();
                return page.next();
            }
        };
    }

    private Long total(EntityManager database, String where) {
        // what is only counted is not fetched
        String counted = from.replace("join fetch", "join");
        TypedQuery<Long> query = database.createQuery("select count(*) " + counted + where, Long.class);
        parameters.forEach(query::setParameter);
        return query.getSingleResult();
    }

    private List<Order> orders(String sort) {
        return Order.of(sort, usual, allowed.stream().map(SortKey::name).toList(), tieBreak.name());
    }

    private SortKey key(Order order) {
        return allowed.stream()
                .filter(k -> k.name().equals(order.key()))
                .findFirst()
                .orElse(tieBreak);
    }

    /** (a > :k0) or (a = :k0 and id > :k1): the form both servers answer with a range. */
    private String after(List<Order> orders, List<String> values, Map<String, Object> parameters) {
        if (values.size() != orders.size()) throw Refusal.badParameter("cursor", "request.cursor-invalid");
        StringJoiner any = new StringJoiner(" or ", "(", ")");
        for (int i = 0; i < orders.size(); i++) {
            StringJoiner all = new StringJoiner(" and ", "(", ")");
            for (int j = 0; j < i; j++) all.add(key(orders.get(j)).hql() + " = :key" + j);
            SortKey key = key(orders.get(i));
            all.add(key.hql() + (orders.get(i).descending() ? " < " : " > ") + ":key" + i);
            any.add(all.toString());
            parameters.put("key" + i, key.parse(values.get(i)));
        }
        return any.toString();
    }

    private static List<String> keys(Object[] row, int count) {
        List<String> keys = new ArrayList<>(count);
        for (int i = 0; i < count; i++) keys.add(row[i] == null ? null : row[i].toString());
        return keys;
    }
}
