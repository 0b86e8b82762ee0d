package org.minsheng.http;

import java.util.ArrayList;
import java.util.List;

/** One key of a list's order. */
record Order(String key, boolean descending) {
    /**
     * The order that {@code sort} asks for, else the usual one in the same syntax, made total by a last key that goes the way
     * of the one before it.
     */
    static List<Order> of(String sort, String usual, List<String> allowed, String tieBreak) {
        List<Order> orders = new ArrayList<>();
        for (String part : (sort == null || sort.isBlank() ? usual : sort).split(",")) {
            boolean descending = part.startsWith("-");
            String wanted = descending ? part.substring(1) : part;
            if (!allowed.contains(wanted))
                throw Refusal.badParameter("sort", "request.unknown-sort", wanted, String.join(", ", allowed));
            orders.add(new Order(wanted, descending));
        }
        Order last = orders.get(orders.size() - 1);
        if (!last.key.equals(tieBreak)) orders.add(new Order(tieBreak, last.descending));
        return orders;
    }
}
